using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Grading.Concepts;

/// <summary>Builds answers as the reader would hand them over, from text.</summary>
internal static class TextBlocks
{
    public static Answer Answer(params string[] paragraphs) => Answer(paragraphs.Select(p => Block(p)));

    public static Answer Answer(IEnumerable<ReportBlock> blocks) =>
        new() { QuestionId = "1.1", State = AnswerState.Found, Confidence = 1, Blocks = [.. blocks] };

    public static ReportBlock Block(string text, BlockKind kind = BlockKind.Paragraph) => new()
    {
        Kind = kind,
        Text = text,
        Lines = [new ReportLine(0, text.Length, 1, new Box(72, 100, 400, 12))],
    };
}
