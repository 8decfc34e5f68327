using AutoGrader.Application.Isolation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.SelfCheck;

/// <summary>
/// Checks one hand-in as a student would: rules, reading, questions found, the student's own numbers against each other. It gets the
/// outline of the sheet and not the rubric, so that it can compare with no reference. Scores nothing and stores nothing.
/// </summary>
public sealed class CheckHandIn(IOptions<AutoGraderOptions> options, [FromKeyedServices(CheckHandIn.Worker)] IPdfWorker worker)
{
    /// <summary>The key of the worker that reads for checks: another than grading's, which may be busy.</summary>
    public const string Worker = "self-check";

    // What breaks only a name is shown as read all the same: who mends the name should not find the next fault then.
    private static readonly HashSet<string> Names =
        [.. new[] { ReasonCode.ZipName, ReasonCode.PdfName, ReasonCode.NotAZip }.Select(c => c.WireName())];

    /// <summary>Checks a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">Its own name, which is a matter of the rules; <c>null</c> where it lies under it.</param>
    /// <param name="sheet">The sheet, as students know it.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="UnusableInputException">There is no such file, or it holds more than one hand-in.</exception>
    public async Task<CheckResult> ExecuteAsync(
        string path, string? name, SheetOutline sheet, CancellationToken cancellationToken = default)
    {
        name ??= Path.GetFileName(path);
        using var source = HandInSource.Open(path, name);
        if (source.HandIns.Count != 1)
            throw new UnusableInputException($"{path} holds {source.HandIns.Count} hand-ins; check one at a time.");
        var inspection = HandInInspector.Inspect(source, source.HandIns[0], sheet, row: null);
        var pdf = inspection.Pdf ?? HandInInspector.Inspect(source, source.HandIns[0], sheet, row: null, Names).Pdf;
        var result = new CheckResult
        {
            Uploaded = inspection.Uploaded ?? name,
            PdfName = inspection.PdfName,
            Reasons = inspection.Reasons,
            WouldBeGraded = inspection.Pdf is not null,
            WasRead = false,
            Language = options.Value.DefaultLanguage,
        };
        return pdf is null ? result : await ReadAsync(result, pdf, sheet, cancellationToken);
    }

    private async Task<CheckResult> ReadAsync(CheckResult result, byte[] pdf, SheetOutline sheet, CancellationToken cancellationToken)
    {
        var reading = await worker.ReadAsync(pdf, options.Value.ReadLimits, cancellationToken);
        result = result with
        {
            Reasons = reading.Reason is { } reason ? [reason, .. result.Reasons] : result.Reasons,
            WouldBeGraded = result.WouldBeGraded && reading.Reason is null,
            WasRead = reading.Content is not null,
            Pages = reading.Content?.Pages.Count ?? 0,
            // Every letter of a drawing may have one, and all of a page read the same.
            Remarks =
            [
                .. (reading.Content?.Remarks ?? []).Where(r => r.Kind is not ReadingRemarkKind.Picture && !r.Kind.IsPutAside())
                    .DistinctBy(r => (r.Page, r.Text)),
            ],
        };
        if (reading.Content is not { Blocks.Count: > 0 } content)
            return result;
        var document = AnswerLocator.Locate(content, sheet);
        return result with
        {
            Questions = [.. document.Answers.Zip(sheet.Questions, Found)],
            Figures = Figures.Find(content),
            Language = document.Language,
        };
    }

    private static CheckedQuestion Found(Answer answer, OutlineQuestion question) =>
        new(question.Id, question.Title, answer.State, answer.Doubt)
        {
            Pages = [.. answer.Blocks.SelectMany(b => b.Lines).Select(l => l.Page).Distinct().Order()],
            Blocks = answer.Blocks,
            Text = answer.Text,
            Numbers = OwnNumbers.Check(answer),
        };
}
