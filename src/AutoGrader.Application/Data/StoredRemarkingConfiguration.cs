using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredRemarkingConfiguration : IEntityTypeConfiguration<StoredRemarking>
{
    public void Configure(EntityTypeBuilder<StoredRemarking> builder)
    {
        builder.ToTable("Remarkings");
        builder.Property(r => r.Id).ValueGeneratedNever();
        // One at a time is open: of two who start at once, one is refused.
        builder.HasIndex(r => r.AssignmentId).IsUnique().HasFilter("\"AcceptedAt\" IS NULL AND \"DroppedAt\" IS NULL");
        builder.HasOne<Assignment>().WithMany().HasForeignKey(r => r.AssignmentId);
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(r => r.FromRunId);
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(r => r.ToRunId);
        builder.HasMany(r => r.Kept).WithOne().HasForeignKey(k => k.RemarkingId);
    }
}

internal sealed class KeptResultConfiguration : IEntityTypeConfiguration<KeptResult>
{
    public void Configure(EntityTypeBuilder<KeptResult> builder)
    {
        // Of each submission one result at most is kept.
        builder.HasKey(k => new { k.RemarkingId, k.SubmissionId });
        builder.HasOne<Submission>().WithMany().HasForeignKey(k => k.SubmissionId);
        builder.HasOne<StoredAssessment>().WithMany().HasForeignKey(k => k.AssessmentId);
    }
}
