using AutoGrader.Core.Rubrics.Sheets;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics.Sheets;

/// <summary>Real sheets of several programs and styles, as PDF and where the source is Markdown, as that.</summary>
public sealed class SheetDocumentTests
{
    private const string Aufgaben = "1.1:2 1.2:1.5 1.3:1.5 2.1:4 Regression 2.2:6 Regression 3:5";
    private const string Numbered = "1.1:3 Filters 1.2:4 Filters 2.1:2 Edges 2.2:3 Edges";

    [Theory]
    [InlineData("exercises.pdf", "2.1:3 2.2.1:2 2.2.2:2 2.3:2.5 2.4:1", "2.4: it has bonus")]
    [InlineData("points-in-margin.pdf", "1.1:2 Bayes’ rule 1.2:3 Bayes’ rule 1.3:1 Bayes’ rule 2:4 Independence", "")]
    [InlineData("points-in-table.pdf", "1:4 Schichten 2.1: Aktivierungen 2.2: Aktivierungen 3:5 Rückpropagierung",
        "2: the sheet gives it 6")]
    [InlineData("letters-bonus.pdf", "1.1:2 1.2:2 1.3:1 1.4:2 1.5:1 2.1:4 2.2:3 2.3:3 3:2", "3: it has bonus|The sheet says 18")]
    [InlineData("aufgaben.md", Aufgaben, "3: it has bonus")]
    [InlineData("aufgaben.pdf", Aufgaben, "3: it has bonus")]
    [InlineData("numbered.md", Numbered, "")]
    [InlineData("numbered.pdf", Numbered, "")]
    public void Find_ASheet_FindsItsQuestionsPointsAndTitles_AndSaysWhatItCannotTell(string name, string questions, string doubts)
    {
        var file = TestData.Path("sheets", name);
        var text = name.EndsWith(".md", StringComparison.Ordinal) ? File.ReadAllText(file) : SheetText.Of(
            PdfReportReader.Read(File.ReadAllBytes(file), new PdfReadLimits(), TestContext.Current.CancellationToken).Content!.Blocks);

        var found = SheetFinder.Find(text);

        Assert.Equal(questions, string.Join(' ', found.Questions.Select(q => $"{q.Id}:{q.Points} {q.Title}".TrimEnd())));
        Assert.All(found.Questions, q => Assert.Matches(@"^\w.{10,}[.?]$", q.Text));
        var expected = doubts.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, found.Doubts.Count);
        Assert.All(expected.Zip(found.Doubts), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Matches(@"\d", found.Title);
    }
}
