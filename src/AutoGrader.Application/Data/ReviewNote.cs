using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

/// <summary>
/// What a tutor tells other tutors about an answer. It is no decision and no reason: it counts nowhere, and no student sees it. Kept like
/// a decision, by submission, rubric and criterion, so that it outlives grading again and new versions of the rubric.
/// </summary>
public sealed class ReviewNote
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The rubric's id, whatever its version.</summary>
    public required string RubricId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>The criterion at which it was written.</summary>
    public required string CriterionId { get; init; }

    /// <summary>Names the bytes that were looked at: <see cref="Submission.ContentHash"/>.</summary>
    public required string ContentHash { get; init; }

    public required string Text { get; set; }

    public required string By { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>When its author changed it last; <c>null</c> where they never did.</summary>
    public DateTime? ChangedAt { get; set; }
}

internal sealed class ReviewNoteConfiguration : IEntityTypeConfiguration<ReviewNote>
{
    public void Configure(EntityTypeBuilder<ReviewNote> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        // Forgotten with the student's other data.
        builder.HasOne<Submission>().WithMany().HasForeignKey(n => n.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
