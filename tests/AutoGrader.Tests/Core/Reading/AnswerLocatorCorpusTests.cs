using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>
/// The real reports of tests/Data/corpus/pdf, read by the PDF reader, against what was typed. Scans have no text to locate.
/// </summary>
public sealed partial class AnswerLocatorCorpusTests
{
    public static TheoryData<string> Reports => [.. TypedStudent.All.Where(s => s.Toolchain != "scan").Select(s => s.Stem)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Locate_RealReport_FindsEveryAnswerAndInventsNone(string stem)
    {
        var student = TypedStudent.All.Single(s => s.Stem == stem);
        var content = Read(stem);

        var document = AnswerLocator.Locate(content, SheetFive.Rubric);

        foreach (var answer in document.Answers)
        {
            var isAnswered = student.Answers.TryGetValue(answer.QuestionId, out var typed);
            Assert.Equal(isAnswered ? AnswerState.Found : AnswerState.Missing, answer.State);
            if (answer.State == AnswerState.Found)
                AssertSameProse(typed!, answer);
        }

        LocatedParts.AssertConsistent(content, document);
    }

    [Fact]
    public void Locate_Scan_IsUnreadableThroughout()
    {
        var scan = TypedStudent.All.First(s => s.Toolchain == "scan");

        var document = AnswerLocator.Locate(Read(scan.Stem), SheetFive.Rubric);

        Assert.All(document.Answers, a => Assert.Equal(AnswerState.Unreadable, a.State));
    }

    private static ReportContent Read(string stem)
    {
        var pdf = File.ReadAllBytes(TestData.Path("corpus", "pdf", stem + ".pdf"));
        return PdfReportReader.Read(pdf, new PdfReadLimits(), TestContext.Current.CancellationToken).Content!;
    }

    /// <summary>Compares the words outside formulas and code; a few may come and go with the formulas around them.</summary>
    private static void AssertSameProse(string typed, Answer answer)
    {
        const int Tolerated = 3;
        var hasCode = typed.Contains("```", StringComparison.Ordinal);
        var blocks = answer.Blocks.Where(b => !hasCode || b.Kind is not (BlockKind.Code or BlockKind.Output));
        var expected = WordsOf(FormulasAndCode().Replace(typed, " "));
        var actual = WordsOf(string.Join(' ', blocks.Select(b => b.Text)));
        var missing = Difference(expected, actual);
        var foreign = Difference(actual, WordsOf(typed));

        Assert.True(missing.Count <= Math.Max(Tolerated, 0.03 * expected.Count), $"{answer.QuestionId} lacks {string.Join(' ', missing)}");
        Assert.True(foreign.Count <= Math.Max(Tolerated, 0.05 * actual.Count), $"{answer.QuestionId} has {string.Join(' ', foreign)}");
    }

    private static List<string> Difference(List<string> left, List<string> right)
    {
        var rest = right.CountBy(w => w).ToDictionary();
        return [.. left.Where(w => !rest.TryGetValue(w, out var n) || (rest[w] = n - 1) < 0)];
    }

    // Hyphens at line ends are the reader's business.
    private static List<string> WordsOf(string text) =>
        [.. Words().Matches(Hyphens().Replace(text, "")).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex(@"(?<=\p{Ll})-(?=\p{Ll})")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"\$\$.*?\$\$|\$.*?\$|```.*?```|\]\(.*?\)", RegexOptions.Singleline)]
    private static partial Regex FormulasAndCode();

    [GeneratedRegex(@"\b(?!sqrt\b)\p{L}{3,}")]
    private static partial Regex Words();
}
