namespace AutoGrader.Tests.Core.Grading;

/// <summary>Criteria on shapes and on growth, from the PDF to the points.</summary>
public sealed class PdfCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("3.1")]
    [InlineData("3.6")]
    public void Reports_of_the_corpus_are_not_decided_wrongly(string question)
    {
        var rows = PdfCorpus.Grade(question);
        foreach (var line in TypedCorpus.Report(rows))
            output.WriteLine(line);

        Assert.DoesNotContain(rows, r => r.IsDecided && !r.IsRight);
        Assert.True(rows.Count(r => r.IsDecided) >= 0.6 * rows.Count);
    }
}
