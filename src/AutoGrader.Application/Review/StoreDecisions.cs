using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review;

/// <summary>Checks people's decisions and stores them beside the submissions, each with an audit row. Saves nothing by itself.</summary>
internal sealed class StoreDecisions(StandingDecisions standing, TimeProvider clock)
{
    /// <summary>A checked decision.</summary>
    private sealed record Checked(
        ReviewRow Row, Submission Submission, Points? Points, Criterion? Criterion, string Reason, string? Answer = null);

    /// <summary>What the machine suggests, and for which answer.</summary>
    private sealed record Suggested(Points Points, string Answer);

    /// <summary>Stores what can be stored.</summary>
    /// <returns>What was refused and why, a sentence each; a refused row changes nothing.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(
        AutoGraderDbContext context, RunContext run, IEnumerable<RegisteredSubmission> submissions, IReadOnlyList<ReviewRow> rows,
        CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        if (rows.Count == 0)
            return refused;
        var byKey = submissions.ToDictionary(s => s.Row.HandInKey, s => s.Row, StringComparer.Ordinal);
        var criteria = run.Rubric.Rubric.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var suggestions = await SuggestionsAsync(context, run.Rubric.Hash, byKey.Values.Select(s => s.Id).ToList(), cancellationToken);
        foreach (var same in rows.GroupBy(r => (r.Participant, r.Criterion)))
        {
            if (same.Select(r => r.Points).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                refused.Add($"Lines {string.Join(", ", same.Select(r => r.Line.ToString(CultureInfo.InvariantCulture)))}: "
                    + "they decide the same differently; keep one.");
                continue;
            }
            var row = same.Last();
            if (Check(row, byKey, criteria, suggestions, out var decision) is { } objection)
                refused.Add(string.Create(CultureInfo.InvariantCulture, $"Line {row.Line}: {objection}"));
            else
                Store(context, run, decision!);
        }
        return refused;
    }

    /// <summary>What the machine suggests by submission and criterion: confirming it needs no reason.</summary>
    private static async Task<Dictionary<(Guid, string), Suggested>> SuggestionsAsync(
        AutoGraderDbContext context, string rubricHash, List<Guid> submissions, CancellationToken cancellationToken)
    {
        var scores = await (
            from assessment in context.Assessments
            where assessment.RubricHash == rubricHash && EF.Parameter(submissions).Contains(assessment.SubmissionId)
            from answer in assessment.Answers
            from score in answer.Scores
            select new { assessment.SubmissionId, score.CriterionId, score.Points, score.Override, answer.Text })
            .ToListAsync(cancellationToken);
        return scores.ToDictionary(s => (s.SubmissionId, s.CriterionId), s => new Suggested(s.Override?.MachinePoints ?? s.Points, s.Text));
    }

    private static string? Check(
        ReviewRow row, Dictionary<string, Submission> byKey, Dictionary<string, Criterion> criteria,
        Dictionary<(Guid, string), Suggested> suggestions, out Checked? decision)
    {
        decision = null;
        if (!byKey.TryGetValue(row.Participant, out var submission))
            return $"the input holds no hand-in of participant '{row.Participant}'.";
        if (row.Version.Length > 0 && row.Version != ReviewRow.VersionOf(submission.ContentHash))
            return "other files were handed in since; look at them and decide again.";
        return row.Points.Equals(ReviewRow.Waive, StringComparison.OrdinalIgnoreCase)
            ? CheckWaiver(row, submission, out decision)
            : CheckPoints(row, submission, criteria, suggestions, out decision);
    }

    private static string? CheckWaiver(ReviewRow row, Submission submission, out Checked? decision)
    {
        decision = null;
        if (ReasonCodes.FromWireName(row.Criterion) is null)
            return $"'{row.Criterion}' is no hand-in rule that could be waived; for a criterion, write its points.";
        if (row.Reason.Length == 0)
            return "a rule is waived only with a reason: fill in the column reason.";
        decision = new Checked(row, submission, null, null, row.Reason);
        return null;
    }

    private static string? CheckPoints(
        ReviewRow row, Submission submission, Dictionary<string, Criterion> criteria, Dictionary<(Guid, string), Suggested> suggestions,
        out Checked? decision)
    {
        decision = null;
        if (!criteria.TryGetValue(row.Criterion, out var criterion))
        {
            return ReasonCodes.FromWireName(row.Criterion) is null
                ? $"the rubric has no criterion '{row.Criterion}'."
                : $"a hand-in rule has no points: write '{ReviewRow.Waive}' to overrule it.";
        }
        if (!decimal.TryParse(row.Points.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || Points.TryFromValue(value) is not { } points)
            return $"'{row.Points}' is no number of half-points.";
        if (points > criterion.Maximum)
            return $"{points} points are more than {criterion.Id} can earn ({criterion.Maximum}).";
        var suggested = suggestions.GetValueOrDefault((submission.Id, criterion.Id));
        var isConfirmation = suggested?.Points == points;
        if (row.Reason.Length == 0 && !isConfirmation)
            return "points other than the suggestion need a reason: fill in the column reason.";
        decision = new Checked(row, submission, points, criterion, row.Reason.Length > 0 ? row.Reason : "Suggestion confirmed.")
        {
            Answer = suggested?.Answer,
        };
        return null;
    }

    private void Store(AutoGraderDbContext context, RunContext run, Checked decision)
    {
        var rubricId = run.Rubric.Rubric.Id;
        var row = decision.Submission.Standing(rubricId, decision.Row.Criterion);
        var by = decision.Row.By.Length > 0 ? decision.Row.By : run.Actor;
        var text = decision.Criterion?.Text.English;
        if (row is not null && row.Points == decision.Points && row.Maximum == decision.Criterion?.Maximum && row.CriterionText == text
            && row.ContentHash == decision.Submission.ContentHash && row.By == by && row.Reason == decision.Reason)
            return;
        standing.Put(
            context, decision.Submission, rubricId,
            new MadeDecision(decision.Row.Criterion, by, decision.Reason, clock.GetUtcNow().UtcDateTime)
            {
                Points = decision.Points,
                Criterion = decision.Criterion,
                Answer = decision.Answer,
            });
    }
}
