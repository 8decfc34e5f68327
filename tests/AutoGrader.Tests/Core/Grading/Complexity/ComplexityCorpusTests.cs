namespace AutoGrader.Tests.Core.Grading.Complexity;

public sealed class ComplexityCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Typed_answers_of_the_corpus_are_never_decided_wrongly_and_mostly_decided()
    {
        var rows = TypedCorpus.Grade("3.6");
        foreach (var line in TypedCorpus.Report(rows))
            output.WriteLine(line);

        Assert.DoesNotContain(rows, r => r.IsDecided && !r.IsRight);
        Assert.True(rows.Count(r => r.IsDecided) >= 0.8 * rows.Count);
    }
}
