using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.InputId, s.HandInKey }).IsUnique();
        builder.Property(s => s.WorksheetParticipants).AsJson();
        builder.HasMany(s => s.Assessments).WithOne(a => a.Submission).HasForeignKey(a => a.SubmissionId);
        builder.HasMany(s => s.Overrides).WithOne().HasForeignKey(o => o.SubmissionId);
    }
}

internal sealed class StoredOverrideConfiguration : IEntityTypeConfiguration<StoredOverride>
{
    public void Configure(EntityTypeBuilder<StoredOverride> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => new { o.SubmissionId, o.RubricId, o.Target }).IsUnique();
    }
}
