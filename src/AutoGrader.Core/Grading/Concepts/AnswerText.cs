using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>The running text of an answer, cut into sentences that know their place.</summary>
internal sealed class AnswerText
{
    private readonly IReadOnlyList<ReportBlock> _blocks;

    private AnswerText(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<Sentence> sentences)
    {
        _blocks = blocks;
        Sentences = sentences;
    }

    /// <summary>The sentences in reading order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The number of words.</summary>
    public int Words => Sentences.Sum(s => s.Words);

    /// <summary>Cuts an answer.</summary>
    public static AnswerText Of(Answer answer) => Of(answer.Blocks);

    /// <summary>Cuts blocks.</summary>
    public static AnswerText Of(IReadOnlyList<ReportBlock> blocks)
    {
        var sentences = new List<Sentence>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            var linesEnd = blocks[i].Kind is BlockKind.Code or BlockKind.Output or BlockKind.Table;
            foreach (var (start, length) in SentenceSplitter.Split(text, linesEnd))
            {
                sentences.Add(new Sentence
                {
                    Block = i,
                    Start = start,
                    Length = length,
                    Text = text.Substring(start, length),
                    Tokens = Tokenizer.Read(text, start, length),
                });
            }
        }

        return new AnswerText(blocks, sentences);
    }

    /// <summary>Where a sentence stands in the report.</summary>
    public IReadOnlyList<Evidence> Locate(Sentence sentence) => EvidenceFinder.Find(_blocks[sentence.Block], sentence.Start, sentence.Length);
}
