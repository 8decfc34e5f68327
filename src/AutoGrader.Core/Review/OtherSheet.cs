using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Review;

/// <summary>
/// Tells a report that seems to answer another sheet: hardly a word of it is a word of this one. Of reports on the right sheet a fifth to a
/// half of the different words are; labels do not count, because every sheet has a question 1.1.
/// </summary>
public static class OtherSheet
{
    private const int FewestWords = 25;
    private const int ShortestWord = 5;
    private const double LeastKnown = 0.12;

    /// <summary>The hint; <c>null</c> where the report speaks of what the sheet is about, or is too short to tell.</summary>
    public static TutorHint? Find(ReportContent content, Rubric rubric)
    {
        var said = WordsOf(content.Blocks.Select(b => b.Text));
        return said.Count < FewestWords || KnownOf(said, rubric) >= LeastKnown ? null : new TutorHint(
            HintKind.OtherSheet, [], [], new LocalizedText(
                "Hardly a word of this sheet occurs in the report: it may answer another sheet.",
                "In der Abgabe kommt kaum ein Wort dieses Blattes vor: Vielleicht gehört sie zu einem anderen Blatt."));
    }

    /// <summary>Which share of the different words of a report occurs in the sheet: its questions, solutions and criteria.</summary>
    internal static double KnownOf(HashSet<string> said, Rubric rubric)
    {
        var known = WordsOf(rubric.Questions.SelectMany(q => new[]
        {
            q.Title.English, q.Title.German, q.Text.English, q.Text.German, q.Solution ?? "",
        }).Concat(rubric.Questions.SelectMany(q => q.Criteria).SelectMany(c => new[] { c.Text.English, c.Text.German })));
        return (double)said.Count(known.Contains) / said.Count;
    }

    /// <summary>The different words of texts that say what they are about: long ones, and none that only hold sentences together.</summary>
    internal static HashSet<string> WordsOf(IEnumerable<string> texts) =>
        texts.SelectMany(Tokenizer.Read).Where(t => t.Form.Length >= ShortestWord && FunctionWords.IsContent(t))
            .Select(t => t.Form).ToHashSet(StringComparer.Ordinal);
}
