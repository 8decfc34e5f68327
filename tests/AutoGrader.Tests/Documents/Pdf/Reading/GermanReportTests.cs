using AutoGrader.Benchmarks.Reading;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Reading;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Umlauts, ligatures and hyphenation: every word of the German reports is read as it was typed, names included.</summary>
public sealed class GermanReportTests
{
    private static readonly List<TypedStudent> German =
        [.. TypedStudent.All.Where(s => s.Language is "de" or "mixed" && s.Toolchain != "scan")];

    public static TheoryData<string> Reports => [.. German.Select(s => s.Stem)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void No_word_is_broken(string stem)
    {
        var student = German.Single(s => s.Stem == stem);
        var content = Read(stem);

        Assert.Contains(content.Blocks, b => b.Text.Contains(student.Given, StringComparison.Ordinal)
            && b.Text.Contains(student.Surname, StringComparison.Ordinal));
        var answers = AnswerLocator.Locate(content, SheetFive.Rubric).Answers;
        foreach (var answer in answers.Where(a => student.Answers.ContainsKey(a.QuestionId)))
        {
            var read = WordsOf(answer.Text).ToHashSet(StringComparer.Ordinal);
            Assert.Equal([], WordsOf(TypedText.Plain(student.Answers[answer.QuestionId])).Where(w => !read.Contains(w)));
        }
    }

    [Fact]
    public void Every_umlaut_is_among_the_words()
    {
        var letters = German.SelectMany(s => s.Answers.Values).SelectMany(a => WordsOf(a)).SelectMany(w => w).ToHashSet();

        Assert.Empty("äöüß".Except(letters));
    }

    private static IEnumerable<string> WordsOf(string text) => TextTokens.Of(text).Where(TextTokens.IsWord);

    private static ReportContent Read(string stem)
    {
        var pdf = File.ReadAllBytes(TestData.Path("corpus", "pdf", stem + ".pdf"));
        return PdfReportReader.Read(pdf, new PdfReadLimits(), TestContext.Current.CancellationToken).Content!;
    }
}
