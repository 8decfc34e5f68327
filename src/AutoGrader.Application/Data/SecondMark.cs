using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

/// <summary>
/// A criterion of a drawn answer that somebody marks a second time, without seeing the first mark. It counts nowhere: only what is settled
/// becomes a decision.
/// </summary>
public sealed class SecondMark : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    public required Guid SubmissionId { get; init; }

    public required string QuestionId { get; init; }

    public required string CriterionId { get; init; }

    /// <summary>The criterion's place in the rubric.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Names the bytes that were drawn: other bytes are no matter of this mark.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What the sample was drawn with: the same seed draws the same from the same answers.</summary>
    public required int Seed { get; init; }

    public required string DrawnBy { get; init; }

    public required DateTime DrawnAt { get; init; }

    /// <summary>The points that counted when it was drawn.</summary>
    public required Points FirstPoints { get; init; }

    /// <summary>Who had decided them; <c>null</c> for the machine.</summary>
    public required string? FirstBy { get; init; }

    /// <summary>The second mark; <c>null</c> until somebody has given it.</summary>
    public Points? Points { get; set; }

    public string? By { get; set; }

    public DateTime? MarkedAt { get; set; }

    /// <summary>Who settled that the two differ; <c>null</c> while nobody has.</summary>
    public string? SettledBy { get; set; }

    public DateTime? SettledAt { get; set; }

    public int Version { get; set; }
}

internal sealed class SecondMarkConfiguration : IEntityTypeConfiguration<SecondMark>
{
    public void Configure(EntityTypeBuilder<SecondMark> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.RunId, m.SubmissionId, m.CriterionId }).IsUnique();
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(m => m.RunId);
        builder.HasOne<Submission>().WithMany().HasForeignKey(m => m.SubmissionId);
    }
}
