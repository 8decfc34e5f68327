using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Outlets;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Moodle;

/// <summary>What a participant is to get in Moodle, by what was decided here.</summary>
/// <param name="SubmissionId">The hand-in.</param>
/// <param name="Participant">The participant number or, where there is no row, what stands for it.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Grade">The grade; <c>null</c> where only the reason goes out.</param>
/// <param name="Comment">The comment as HTML.</param>
/// <param name="FeedbackHash">The feedback file; <c>null</c> where there is none.</param>
/// <param name="Block">Why nothing may be sent; <c>null</c> where it may.</param>
internal sealed record WantedResult(
    Guid SubmissionId, string Participant, string? Name, decimal? Grade, string Comment, string? FeedbackHash, LocalizedText? Block);

/// <summary>
/// The results of a run as they go to Moodle directly: the same grades and comments as in the filled worksheet, by the same rules (ADR 3),
/// and the same feedback files.
/// </summary>
internal static partial class WantedResults
{
    private static readonly LocalizedText Undecided = new(
        "A person has still to decide here.", "Hier muss noch jemand entscheiden.");

    private static readonly LocalizedText NoRow = new(
        "The participant is not in what was fetched: fetch again, then start the run again.",
        "Das Abgeholte enthält diese Person nicht: Holen Sie noch einmal ab und starten Sie den Lauf noch einmal.");

    private static readonly LocalizedText OtherScale = new(
        "Moodle's maximum grade is not the rubric's: set it in Moodle, fetch again, and start the run again.",
        "Die Bestwertung in Moodle ist nicht die des Bewertungsschemas: Stellen Sie sie in Moodle ein, holen Sie noch einmal ab und "
        + "starten Sie den Lauf noch einmal.");

    /// <summary>Reads them, in the order of participant numbers.</summary>
    public static async Task<IReadOnlyList<WantedResult>> ReadAsync(
        AutoGraderDbContext context, ArtifactStore artifacts, Guid runId, CancellationToken cancellationToken)
    {
        var run = await RunResults.OpenAsync(context, artifacts, runId, cancellationToken);
        if (run.Worksheet is not { } worksheet)
            return [];
        var entries = new WorksheetEntries(worksheet, run.Run.Language, includeSuggestions: false);
        var names = worksheet.Rows.GroupBy(r => r.ParticipantNumber, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().FullName, StringComparer.Ordinal);
        var wanted = new List<WantedResult>();
        await foreach (var result in run.ReadAsync(cancellationToken))
        {
            entries.Add(result);
            wanted.AddRange(result.Submission.WorksheetParticipants.Count == 0
                ? [Blocked(result, result.Participant, result.Name, NoRow)]
                : result.Submission.WorksheetParticipants.Select(number => Of(
                    result, number, names.GetValueOrDefault(number) ?? result.Name, entries.Entries.GetValueOrDefault(number))));
        }
        return [.. wanted.OrderBy(w => w.Participant.Length).ThenBy(w => w.Participant, StringComparer.Ordinal)];
    }

    /// <summary>Names a comment by its words, so that it is the same before and after Moodle has cleaned its HTML.</summary>
    /// <returns><c>null</c> where it has no words.</returns>
    public static string? HashOf(string html)
    {
        var words = Blanks().Replace(CommentHtml.AsDownloaded(html), " ").Trim();
        return words.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    private static WantedResult Of(SubmissionResult result, string number, string? name, WorksheetEntry? entry) => entry switch
    {
        null => Blocked(result, number, name, result.Row.Status is SubmissionStatus.NeedsReview or SubmissionStatus.Unreadable
            ? Undecided
            : NoRow),
        { Grade: null } when result.Row.Status == SubmissionStatus.Graded => Blocked(result, number, name, OtherScale),
        _ => new WantedResult(
            result.Submission.Id, number, name, entry.Grade, CommentHtml.FromLines(entry.CommentLines ?? []), result.Row.FeedbackHash,
            null),
    };

    private static WantedResult Blocked(SubmissionResult result, string number, string? name, LocalizedText why) =>
        new(result.Submission.Id, number, name, null, "", null, why);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
