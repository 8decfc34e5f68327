using System.Text;
using AutoGrader.Application.Isolation;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Sheets;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>What became of a sheet.</summary>
/// <param name="DraftId">The draft; <c>null</c> where none could be begun.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record SheetStart(Guid? DraftId, LocalizedText? Problem);

/// <summary>Begins a draft from an exercise sheet, a PDF or Markdown. PDFs are opened by the workers that open students'.</summary>
public sealed class BeginFromSheet(IPdfWorker worker, CreateDraft create, IOptions<AutoGraderOptions> options)
{
    /// <summary>Begins.</summary>
    /// <param name="courseId">The course.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="actor">Who begins.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PdfWorkerUnavailableException">PDFs cannot be read on this machine.</exception>
    public async Task<SheetStart> ExecuteAsync(
        Guid courseId, string fileName, byte[] content, string actor, CancellationToken cancellationToken = default)
    {
        var text = Encoding.UTF8.GetString(content);
        if (content.AsSpan().StartsWith("%PDF"u8))
        {
            var read = await worker.ReadAsync(content, options.Value.ReadLimits, cancellationToken);
            if (read.Content is not { Blocks.Count: > 0 } report)
                return new SheetStart(null, read.Reason is { } reason ? reason.Detail.Then(reason.Remedy) : NoText);
            text = SheetText.Of(report.Blocks);
        }
        var sheet = SheetFinder.Find(text);
        if (sheet.Questions.Count == 0)
            return new SheetStart(null, NoQuestions);
        var source = SheetRubric.Of(sheet, fileName);
        return new SheetStart(await create.ExecuteAsync(new NewDraft(courseId, source), actor, cancellationToken), null);
    }

    private static LocalizedText NoText { get; } = new("There is no text in the file.", "In der Datei steht kein Text.");

    private static LocalizedText NoQuestions { get; } = new(
        "No questions were found. They are recognised by headings such as “Task 3: Attention” with items numbered from 1 or a below them, "
        + "and points such as “(2P)”.",
        "Es wurden keine Fragen gefunden. Erkannt werden sie an Überschriften wie „Aufgabe 3: Attention“ mit Punkten darunter, die ab 1 "
        + "oder a zählen, und an Punktzahlen wie „(2 P)“.");
}
