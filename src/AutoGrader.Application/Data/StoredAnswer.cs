using AutoGrader.Core;
using AutoGrader.Core.Reading;

namespace AutoGrader.Application.Data;

/// <summary>An answer of a report with its scores. Copies the question's title as it was.</summary>
public sealed class StoredAnswer
{
    public required Guid Id { get; init; }

    public required Guid AssessmentId { get; init; }

    /// <summary>The place in the rubric's order.</summary>
    public required int Ordinal { get; init; }

    public required string QuestionId { get; init; }

    public required LocalizedText Title { get; init; }

    public required AnswerState State { get; init; }

    public required double Confidence { get; init; }

    /// <summary>Why the place is doubtful, in English; <c>null</c> where it is not.</summary>
    public string? Doubt { get; init; }

    public required string Text { get; init; }

    public ICollection<StoredScore> Scores { get; } = [];
}
