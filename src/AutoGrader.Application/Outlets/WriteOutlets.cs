using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Review;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Outlets;

/// <summary>Writes everything a run results in, from the database alone: nothing is graded, no report is opened.</summary>
public sealed class WriteOutlets(
    Database database, IFeedbackPdfEngine engine, IOptions<AutoGraderOptions> options, ListReview list, ILogger<WriteOutlets> logger)
{
    /// <summary>Writes the files. Each is written under a temporary name and moved, so that none is ever half there.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<OutletResult> ExecuteAsync(OutletRequest request, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await RunResults.OpenAsync(context, database.Artifacts, request.RunId, cancellationToken);
        var directory = Path.GetFullPath(request.OutputDirectory);
        var language = request.Language ?? options.Value.DefaultLanguage;
        var (files, remarks) = (new List<string>(), new List<string>());

        using var json = new OutputFile(Path.Combine(directory, "assessments.json"));
        using var review = new OutputFile(Path.Combine(directory, "review.csv"));
        using var feedback = new FeedbackOutlet(directory, run, database.Artifacts);
        var grades = new GradesTable(run);
        var summary = new List<SummaryRow>();
        var worksheet = run.Worksheet is { } sheet ? new WorksheetEntries(sheet, request.Language, request.IncludeSuggestions) : null;
        var groups = GroupNames(await list.ExecuteAsync(request.RunId, cancellationToken: cancellationToken));
        using (var assessments = new AssessmentsJson(json.Stream))
        using (var reviews = new ReviewTable(review.Stream, run.Rubric.Rubric, groups, language))
        {
            await foreach (var result in run.ReadAsync(cancellationToken))
            {
                assessments.Write(result);
                reviews.Write(result);
                grades.Add(result);
                worksheet?.Add(result);
                feedback.Add(result);
                summary.Add(RowOf(result));
            }
            assessments.Complete();
        }
        remarks.AddRange(KeepFilledReview(review.FullPath, request.DecisionsPath));
        files.AddRange(Complete(json, review));
        files.Add(WriteGrades(directory, grades));
        files.AddRange(feedback.Complete());
        remarks.AddRange(feedback.Remarks);
        files.AddRange(WriteSummary(directory, run, summary, language, remarks));
        files.AddRange(WriteWorksheet(directory, run, worksheet, remarks));
        return new OutletResult(files, remarks);
    }

    // Only what one decision may serve for several has a name: "3.5a/2" is the second group of 3.5a in the order of the queue.
    private static Dictionary<(Guid Submission, string Criterion), string> GroupNames(ReviewList open) =>
        open.Groups.Where(g => g.Submissions.Count > 1).GroupBy(g => g.CriterionId, StringComparer.Ordinal)
            .SelectMany(c => c.Index().SelectMany(g => g.Item.Submissions.Select(submission => (
                Key: (submission, c.Key), Name: string.Create(CultureInfo.InvariantCulture, $"{c.Key}/{g.Index + 1}")))))
            .ToDictionary(g => g.Key, g => g.Name);

    private static IEnumerable<string> KeepFilledReview(string path, string? taken)
    {
        var isTaken = taken is not null && Path.GetFullPath(taken) == path;
        if (FilledReview.MoveAside(path) is { } kept && !isTaken)
            yield return $"Somebody had filled in review.csv: it was kept as {kept}. To use its decisions, name it with --overrides.";
    }

    private static IEnumerable<string> Complete(params OutputFile[] files)
    {
        foreach (var file in files)
        {
            file.Complete();
            yield return file.FullPath;
        }
    }

    private static string WriteGrades(string directory, GradesTable grades)
    {
        using var file = new OutputFile(Path.Combine(directory, "grades.csv"));
        grades.Write(file.Stream);
        file.Complete();
        return file.FullPath;
    }

    private IEnumerable<string> WriteSummary(
        string directory, RunResults run, List<SummaryRow> rows, Language language, List<string> remarks)
    {
        var covered = run.Submissions.SelectMany(s => s.WorksheetParticipants).ToHashSet(StringComparer.Ordinal);
        rows.AddRange((run.Worksheet?.Rows ?? []).Where(r => covered.Add(r.ParticipantNumber))
            .Select(r => new SummaryRow(r.ParticipantNumber, r.FullName, null, null, [], null)));
        byte[] content;
        try
        {
            content = engine.Render(SummaryComposer.Compose(rows, run.Rubric, language), studentPdf: null);
        }
        catch (Exception fault) when (fault is not IOException)
        {
            // The summary is a convenience: its fault must not withhold the marks.
            logger.LogError("Rendering the summary of run {Run} failed: {Fault}", run.Run.Id, Faults.Describe(fault));
            remarks.Add("summary.pdf could not be made because of a fault of the program; all other results are complete.");
            yield break;
        }
        var path = Path.Combine(directory, "summary.pdf");
        OutputFile.Write(path, content);
        yield return path;
    }

    private static IEnumerable<string> WriteWorksheet(string directory, RunResults run, WorksheetEntries? worksheet, List<string> remarks)
    {
        var path = Path.Combine(directory, "worksheet.csv");
        if (worksheet is null)
        {
            // One of an earlier writing would pass for this one's.
            File.Delete(path);
            yield break;
        }
        using var file = new OutputFile(path);
        var downloadedAt = new DateTimeOffset(run.Run.WorksheetDownloadedAt!.Value, TimeSpan.Zero);
        remarks.AddRange(worksheet.Remarks);
        remarks.AddRange(run.Worksheet!.Write(file.Stream, worksheet.Entries, downloadedAt));
        file.Complete();
        yield return path;
    }

    /// <summary>A row of the summary without what the summary does not show, so that a thousand of them are small.</summary>
    private static SummaryRow RowOf(SubmissionResult result) => new(
        result.Participant, result.Name, result.Row.Uploaded, result.Row.Status, result.Row.AllReasons,
        result.Assessment is { } assessment ? Slim(assessment) : null)
    {
        Notes = [.. result.Row.Notes.Where(n => n.Kind.IsPutAside())],
        Hints = result.Row.Hints,
    };

    private static Assessment Slim(Assessment assessment) => assessment with
    {
        Questions = [.. assessment.Questions.Select(
            q => q with { Answer = "", Criteria = [.. q.Criteria.Select(c => c with { Evidence = [], Matrix = null })] })],
    };
}
