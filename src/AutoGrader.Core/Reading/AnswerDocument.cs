namespace AutoGrader.Core.Reading;

/// <summary>A report cut into the answers to a sheet's questions.</summary>
public sealed record AnswerDocument
{
    /// <summary>One answer for every question of the rubric, in the rubric's order.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>The language most of the report is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The pages of the report.</summary>
    public required IReadOnlyList<PageSize> Pages { get; init; }

    /// <summary>What the reader wants a tutor to know.</summary>
    public IReadOnlyList<ReadingRemark> Remarks { get; init; } = [];
}
