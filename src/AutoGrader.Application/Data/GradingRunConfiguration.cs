using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class GradingInputConfiguration : IEntityTypeConfiguration<GradingInput>
{
    public void Configure(EntityTypeBuilder<GradingInput> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.Location).IsUnique();
        builder.HasIndex(i => i.AssignmentId).IsUnique();
        builder.HasMany(i => i.Submissions).WithOne().HasForeignKey(s => s.InputId);
        builder.HasMany(i => i.Runs).WithOne(r => r.Input).HasForeignKey(r => r.InputId);
    }
}

internal sealed class GradingRunConfiguration : IEntityTypeConfiguration<GradingRun>
{
    public void Configure(EntityTypeBuilder<GradingRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.InputId, r.RubricHash }).IsUnique();
        builder.HasOne<StoredRubric>().WithMany().HasForeignKey(r => r.RubricHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredRemarking>().WithMany().HasForeignKey(r => r.RemarkingId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Upload>().WithMany().HasForeignKey(r => r.UploadId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(r => r.WorksheetHash).OnDelete(DeleteBehavior.Restrict);
    }
}
