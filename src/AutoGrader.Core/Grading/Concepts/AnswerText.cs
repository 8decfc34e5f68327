using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Cuts the running text of an answer into sentences that know their place.</summary>
internal static class AnswerText
{
    /// <summary>The sentences of blocks, in reading order.</summary>
    public static IReadOnlyList<Sentence> SentencesOf(IReadOnlyList<ReportBlock> blocks) => [.. blocks.SelectMany(SentencesOf)];

    private static IEnumerable<Sentence> SentencesOf(ReportBlock block, int index)
    {
        var linesEnd = block.Kind is BlockKind.Code or BlockKind.Output or BlockKind.Table;
        return SentenceSplitter.Split(block.Text, linesEnd).Select(place => new Sentence
        {
            Block = index,
            Start = place.Start,
            Length = place.Length,
            Text = block.Text.Substring(place.Start, place.Length),
            Tokens = Tokenizer.Read(block.Text, place.Start, place.Length),
        });
    }
}
