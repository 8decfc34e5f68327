using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredRubricConfiguration : IEntityTypeConfiguration<StoredRubric>
{
    public void Configure(EntityTypeBuilder<StoredRubric> builder)
    {
        builder.HasKey(r => r.Hash);
        builder.HasIndex(r => r.RubricId);
        builder.Property(r => r.Title).AsJson();
    }
}

internal sealed class StoredArtifactConfiguration : IEntityTypeConfiguration<StoredArtifact>
{
    public void Configure(EntityTypeBuilder<StoredArtifact> builder) => builder.HasKey(a => a.Hash);
}

internal sealed class StoredReadingConfiguration : IEntityTypeConfiguration<StoredReading>
{
    public void Configure(EntityTypeBuilder<StoredReading> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.PdfHash, r.Reader }).IsUnique();
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(r => r.PdfHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JobEntryConfiguration : IEntityTypeConfiguration<JobEntry>
{
    public void Configure(EntityTypeBuilder<JobEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Kind, e.SubjectId, e.RubricVersion }).IsUnique();
        builder.HasIndex(e => new { e.State, e.LeaseUntil });
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.At);
    }
}
