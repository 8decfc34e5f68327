namespace AutoGrader.Core.Reading;

/// <summary>What a student answered to one question.</summary>
public sealed record Answer
{
    /// <summary>The question's id, such as <c>3.4</c>.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Whether an answer was found.</summary>
    public required AnswerState State { get; init; }

    /// <summary>How sure it is that these blocks, and no others, answer this question: 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why the assignment is doubtful, for tutor and student; <c>null</c> where it is not.</summary>
    public LocalizedText? Doubt { get; init; }

    /// <summary>The blocks of the answer without heading, label and repeated question text, in reading order.</summary>
    public IReadOnlyList<ReportBlock> Blocks { get; init; } = [];

    /// <summary>Whether an image stands in the answer: a plot, or a photo of what is not written out. It was not read.</summary>
    public bool HasPicture { get; init; }

    /// <summary>The whole text, a line for each block.</summary>
    public string Text => string.Join('\n', Blocks.Select(b => b.Text));
}
