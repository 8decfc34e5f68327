using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredAssessmentConfiguration : IEntityTypeConfiguration<StoredAssessment>
{
    public void Configure(EntityTypeBuilder<StoredAssessment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.SubmissionId, a.RubricHash }).IsUnique();
        builder.Ignore(a => a.AllReasons);
        builder.Property(a => a.Reasons).AsJson();
        builder.Property(a => a.CrossReasons).AsJson();
        builder.Property(a => a.Notes).AsJson();
        builder.Property(a => a.Hints).AsJson();
        builder.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.AssessmentId);
        builder.HasOne<StoredRubric>().WithMany().HasForeignKey(a => a.RubricHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(a => a.PdfHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(a => a.FeedbackHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredAnswerConfiguration : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.AssessmentId, a.QuestionId }).IsUnique();
        builder.Property(a => a.Title).AsJson();
        builder.HasMany(a => a.Scores).WithOne().HasForeignKey(s => s.AnswerId);
    }
}

internal sealed class StoredScoreConfiguration : IEntityTypeConfiguration<StoredScore>
{
    public void Configure(EntityTypeBuilder<StoredScore> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.AnswerId, s.CriterionId }).IsUnique();
        builder.Property(s => s.CriterionText).AsJson();
        builder.Property(s => s.Rationale).AsJson();
        builder.Property(s => s.Evidence).AsJson();
        builder.Property(s => s.Matrix).AsJson();
        builder.Property(s => s.Opinion).AsJson();
        builder.HasIndex(s => s.OpinionKey);
        builder.Property(s => s.Override).AsJson();
    }
}
