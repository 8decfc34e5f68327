using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// Judges what is open of a question anew with all that was learnt from people's decisions, from the stored readings: no PDF is opened.
/// Only open items of criteria that are learnt change, and those that were decided in this way before, should a decision have been taken
/// back since. What a run decided stays; the next one asks a person where it would now decide otherwise.
/// </summary>
public sealed class RejudgeQuestion
{
    // No run's name for a result: what bears it was changed here.
    private const string Rejudged = "";

    private readonly Database _database;
    private readonly ReviewBoards _boards;
    private readonly ReportReadings _readings;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;
    private readonly AutoGraderOptions _options;

    internal RejudgeQuestion(
        Database database, ReviewBoards boards, ReportReadings readings, AuditTrail audit, TimeProvider clock,
        IOptions<AutoGraderOptions> options)
    {
        (_database, _boards, _readings, _audit, _clock, _options) = (database, boards, readings, audit, clock, options.Value);
    }

    /// <summary>Judges anew.</summary>
    /// <returns>The items of which anything has changed; empty where nothing is learnt for the question.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<IReadOnlyList<RejudgedItem>> ExecuteAsync(
        Guid runId, string questionId, string by, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await ReviewBoards.RunAsync(context, runId, cancellationToken);
        var version = await _boards.RubricAsync(context, run.RubricHash, cancellationToken);
        if (version.Rubric.Questions.FirstOrDefault(q => q.Id == questionId) is not { } question)
            return [];
        var learnt = question.Criteria.OfType<ConceptCriterion>().Select(c => c.Id).ToList();
        var open = await OpenAnswersAsync(context, runId, question.Id, learnt, cancellationToken);
        if (open.Count == 0)
            return [];
        var model = await ModelAsync(context, version, question, cancellationToken);
        var changed = new List<RejudgedItem>();
        foreach (var (assessment, answer) in open)
        {
            if (await GradeAsync(assessment, version.Rubric, question, model, cancellationToken) is { } scored)
                changed.AddRange(Take(assessment, answer, [.. scored.Criteria.Where(c => learnt.Contains(c.CriterionId))]));
        }
        await context.SaveChangesAsync(cancellationToken);
        var rows = open.Where(o => changed.Exists(c => c.SubmissionId == o.Assessment.SubmissionId)).Select(o => o.Assessment).ToList();
        await context.SumUpAsync(rows, _clock.GetUtcNow().UtcDateTime, cancellationToken);
        foreach (var row in rows)
        {
            // Not what the run that made it would have made: the next one makes it anew.
            row.Fingerprint = Rejudged;
            _audit.Add(context, by, "submission.rejudge", row.SubmissionId.ToString(), questionId);
        }
        await context.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static async Task<List<(StoredAssessment Assessment, StoredAnswer Answer)>> OpenAnswersAsync(
        AutoGraderDbContext context, Guid runId, string questionId, List<string> learnt, CancellationToken cancellationToken)
    {
        var assessments = await context.AssessmentsOf(runId)
            .Where(a => a.PdfHash != null && a.Answers.Any(
                x => x.QuestionId == questionId && x.Scores.Any(s => s.Override == null && EF.Parameter(learnt).Contains(s.CriterionId)
                    && (s.NeedsReview || a.Fingerprint == Rejudged))))
            .Include(a => a.Answers.Where(x => x.QuestionId == questionId)).ThenInclude(x => x.Scores)
            .Include(a => a.Submission)
            .AsSplitQuery().ToListAsync(cancellationToken);
        return [.. assessments.OrderBy(a => a.Submission!.HandInKey, StringComparer.Ordinal).Select(a => (a, a.Answers.Single()))];
    }

    private async Task<ScoringModel> ModelAsync(
        AutoGraderDbContext context, RubricVersion version, Question question, CancellationToken cancellationToken)
    {
        var stored = await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == version.Hash, cancellationToken);
        var given = await context.AnswersOfAsync(stored, version.Rubric, cancellationToken);
        var learnt = await LearntAnswers.CollectAsync(context, version.Rubric, given, cancellationToken);
        return TrainingSet.Read(version.Rubric with { Questions = [question] }, learnt.Answers)
            .Train(CalibrationData.Shipped, _options.SilentErrorTarget);
    }

    private async Task<QuestionScore?> GradeAsync(
        StoredAssessment assessment, Rubric rubric, Question question, ScoringModel model, CancellationToken cancellationToken)
    {
        var reading = await _readings.FindAsync(assessment.PdfHash!, _options.ReadLimits, cancellationToken);
        if (reading is null || LocatedAnswers.Of(reading.Content, reading.Reason, rubric) is not { } document)
            return null;
        return await Bounded.RunAsync(() => SubmissionGrader.Grade(question, document, rubric, model), _clock, cancellationToken);
    }

    /// <summary>Takes over what was found of open items, and tells what is new.</summary>
    private static IEnumerable<RejudgedItem> Take(
        StoredAssessment assessment, StoredAnswer answer, IReadOnlyList<CriterionScore> scores)
    {
        var open = answer.Scores.Where(s => s.Override is null && (s.NeedsReview || assessment.Fingerprint == Rejudged))
            .ToDictionary(s => s.CriterionId, StringComparer.Ordinal);
        foreach (var scored in scores)
        {
            if (!open.TryGetValue(scored.CriterionId, out var row))
                continue;
            var score = scored;
            if (row.Opinion is { } opinion)
                score = SecondOpinion.Weigh(score, opinion);
            if ((row.NeedsReview ? row.DecidedBefore : row.Points) is { } before)
                score = EarlierMarks.Compare(score, before);
            if (score.Points == row.Points && score.NeedsReview == row.NeedsReview && score.Confidence.Equals(row.Confidence))
                continue;
            var item = new RejudgedItem(
                assessment.SubmissionId, row.CriterionId, row.Points, score.Points, WasOpen: row.NeedsReview, IsOpen: score.NeedsReview);
            row.Apply(score);
            yield return item;
        }
    }
}

/// <summary>An open item that was judged anew, with another result.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Before">The points suggested before.</param>
/// <param name="After">The points now.</param>
/// <param name="WasOpen">Whether a person was needed for it.</param>
/// <param name="IsOpen">Whether a person is needed for it now.</param>
public sealed record RejudgedItem(Guid SubmissionId, string CriterionId, Points Before, Points After, bool WasOpen, bool IsOpen)
{
    /// <summary>Whether no person is needed for it any more.</summary>
    public bool IsDecided => WasOpen && !IsOpen;
}
