using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Courses;

/// <summary>
/// Shows what the latest upload of an assignment holds, by the hand-in rules of the pinned rubric version, before anything is graded or
/// stored. No report is opened.
/// </summary>
public sealed class PreviewUpload(Database database)
{
    /// <summary>The preview; <c>null</c> where nothing was uploaded yet.</summary>
    /// <exception cref="UnusableInputException">Export or worksheet can no longer be opened.</exception>
    public async Task<UploadPreview?> ExecuteAsync(Guid assignmentId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var assignment = await context.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken);
        var upload = await context.Uploads.AsNoTracking().Where(u => u.AssignmentId == assignmentId)
            .OrderByDescending(u => u.ReceivedAt).ThenByDescending(u => u.Id).FirstOrDefaultAsync(cancellationToken);
        if (assignment is null || upload is null)
            return null;
        var rubric = await context.RubricVersionAsync(assignment.RubricHash, cancellationToken);
        return await Task.Run(() => Look(assignment, upload, rubric, cancellationToken), cancellationToken);
    }

    private UploadPreview Look(Assignment assignment, Upload upload, RubricVersion rubric, CancellationToken cancellationToken)
    {
        var worksheet = assignment.WorksheetHash is { } hash ? database.Artifacts.PathOf(hash) : null;
        using var plan = InputPlan.Open(
            database.Artifacts.PathOf(upload.ContentHash), upload.FileName, worksheet, knownContent: new Dictionary<string, string>(),
            cancellationToken);
        var rows = new PreviewRow[plan.HandIns.Count];
        // Each archive is opened, for its names and its one PDF's place.
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellationToken },
            i => rows[i] = RowOf(plan, plan.HandIns[i], rubric.Rubric));
        var matched = plan.HandIns.SelectMany(h => h.Rows).Select(r => r.ParticipantNumber).ToHashSet(StringComparer.Ordinal);
        var nothing = (plan.Worksheet?.Rows ?? []).Where(r => matched.Add(r.ParticipantNumber))
            .Select(r => new PreviewRow(r.ParticipantNumber, r.FullName, null, null, PreviewKind.Nothing, []));
        return new UploadPreview
        {
            UploadId = upload.Id,
            FileName = upload.FileName,
            ReceivedAt = upload.ReceivedAt,
            RubricHash = rubric.Hash,
            RubricTitle = rubric.Rubric.Title,
            HasWorksheet = plan.Worksheet is not null,
            Rows = [.. rows.Concat(nothing)],
            Remarks = plan.Remarks,
        };
    }

    private static PreviewRow RowOf(InputPlan plan, PlannedHandIn planned, Rubric rubric)
    {
        var inspection = HandInInspector.Inspect(plan.Source, planned.HandIn, rubric, planned.Rows.Count > 0 ? planned.Rows[0] : null);
        var kind = KindOf(planned, inspection, plan.Worksheet is not null);
        return new PreviewRow(
            planned.HandIn.ParticipantNumber ?? planned.HandIn.Key, planned.Name, inspection.Uploaded, inspection.UploadedAt, kind,
            inspection.Reasons);
    }

    private static PreviewKind KindOf(PlannedHandIn planned, HandInInspection inspection, bool hasWorksheet)
    {
        bool Has(ReasonCode code) => inspection.Reasons.Any(r => r.Code == code);
        if (inspection.Pdf is null)
            return PreviewKind.RuleBroken;
        if (hasWorksheet && planned.Rows.Count == 0)
            return PreviewKind.Unmatched;
        if (Has(ReasonCode.Draft))
            return PreviewKind.Draft;
        return Has(ReasonCode.Late) ? PreviewKind.Late : PreviewKind.HandedIn;
    }
}
