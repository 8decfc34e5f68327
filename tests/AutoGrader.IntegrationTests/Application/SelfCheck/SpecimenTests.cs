using AutoGrader.Application.SelfCheck;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Writing;

namespace AutoGrader.IntegrationTests.Application.SelfCheck;

/// <summary>The hand-in that a service tries itself with takes the ways that a student's takes.</summary>
public sealed class SpecimenTests : IDisposable
{
    private readonly Installation _installation = new();

    private static SheetOutline Sheet => Installation.Rubric.Rubric.PublicOutline();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task It_keeps_the_rules_and_is_read_with_every_question_and_the_matrix()
    {
        using var archive = new MemoryStream(Specimen.Write(Sheet, new PdfPigFeedbackEngine()));

        var outcome = await _installation.Get<CheckUpload>().ExecuteAsync(
            archive, Specimen.Name + ".zip", Sheet, TestContext.Current.CancellationToken);

        Assert.Empty(outcome.Result!.Reasons);
        Assert.All(outcome.Result.Questions, q => Assert.Equal(AnswerState.Found, q.State));
        var numeric = Sheet.Questions.Single(q => q.IsNumeric).Id;
        var matrices = outcome.Result.Questions.Single(q => q.Id == numeric).Blocks.SelectMany(b => b.Matrices);
        Assert.Contains(matrices, m => m is { Rows: 4, Columns: 4 });
    }
}
