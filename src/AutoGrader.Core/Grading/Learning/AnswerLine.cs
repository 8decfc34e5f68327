namespace AutoGrader.Core.Grading.Learning;

/// <summary>A line of a file of short answers, graded or not.</summary>
public sealed record AnswerLine
{
    /// <summary>The line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The question's id.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The answer.</summary>
    public required string Text { get; init; }

    /// <summary>The criterion that the line is about; <c>null</c> for all that are in <see cref="Points"/>.</summary>
    public string? Criterion { get; init; }

    /// <summary>The points by criterion; empty where nobody has graded it.</summary>
    public IReadOnlyDictionary<string, decimal> Points { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Who answered, so that nobody's answers judge their other ones; <c>null</c> where the file does not say.</summary>
    public string? Student { get; init; }

    /// <summary>The language as the file names it; <c>null</c> where it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is the question's reference answer rather than a student's.</summary>
    public bool IsReference { get; init; }
}
