using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>
/// The open items of a run, kept in memory: only submissions that have changed since are read again. Grouping costs more than reading, so
/// that a desk with a thousand submissions could not answer at once otherwise. Not thread-safe; <see cref="ReviewBoards"/> sees to that.
/// </summary>
internal sealed class ReviewBoard(GradingRun run, RubricVersion rubric)
{
    private const int Batch = 200;

    private readonly Dictionary<string, Criterion> _criteria =
        rubric.Rubric.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, (ReviewItem[] Items, IReadOnlyList<ReviewGroup> Groups)> _grouped = new(StringComparer.Ordinal);
    private Dictionary<Guid, Entry> _entries = [];

    /// <summary>What is known of a submission, as of a change of its assessment.</summary>
    private sealed record Entry(DateTime AssessedAt, IReadOnlyList<ReviewItem> Items);

    /// <summary>An assessment that may have changed.</summary>
    private sealed record Stamp(Guid Id, Guid SubmissionId, string Key, DateTime AssessedAt, Points? Points);

    public Guid RunId => run.Id;

    public RubricVersion Rubric => rubric;

    /// <summary>The groups of open items: criteria in the rubric's order, items in ordinal order of their hand-ins' keys.</summary>
    public IReadOnlyList<ReviewGroup> Groups { get; private set; } = [];

    /// <summary>Reads what has changed.</summary>
    public async Task RefreshAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var stamps = await context.AssessmentsOf(run.Id).AsNoTracking()
            .Select(a => new Stamp(a.Id, a.SubmissionId, a.Submission!.HandInKey, a.AssessedAt, a.Points))
            .ToListAsync(cancellationToken);
        stamps.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        var known = _entries;
        _entries = stamps.Where(s => known.TryGetValue(s.SubmissionId, out var entry) && entry.AssessedAt == s.AssessedAt)
            .ToDictionary(s => s.SubmissionId, s => known[s.SubmissionId]);
        foreach (var changed in stamps.Where(s => !_entries.ContainsKey(s.SubmissionId)).Chunk(Batch))
            await ReadAsync(context, changed, cancellationToken);
        var items = stamps.SelectMany(s => _entries[s.SubmissionId].Items).ToLookup(i => i.CriterionId, StringComparer.Ordinal);
        Groups = [.. _criteria.Keys.SelectMany(criterion => Group(criterion, [.. items[criterion]]))];
    }

    private async Task ReadAsync(AutoGraderDbContext context, Stamp[] stamps, CancellationToken cancellationToken)
    {
        var ids = stamps.Select(s => s.Id).ToList();
        var answers = await context.Answers.AsNoTracking()
            .Where(a => EF.Parameter(ids).Contains(a.AssessmentId) && a.Scores.Any(s => s.NeedsReview))
            .Include(a => a.Scores.Where(s => s.NeedsReview).OrderBy(s => s.Ordinal))
            .ToListAsync(cancellationToken);
        var byAssessment = answers.ToLookup(a => a.AssessmentId);
        foreach (var stamp in stamps)
        {
            var items = byAssessment[stamp.Id].OrderBy(a => a.Ordinal).SelectMany(a => ItemsOf(stamp, a));
            _entries.Add(stamp.SubmissionId, new Entry(stamp.AssessedAt, [.. items]));
        }
    }

    private IEnumerable<ReviewItem> ItemsOf(Stamp stamp, StoredAnswer answer)
    {
        var words = new Lazy<AnswerWords>(() => AnswerWords.Of(answer.Text));
        foreach (var score in answer.Scores.Where(s => _criteria.ContainsKey(s.CriterionId)))
        {
            yield return new ReviewItem
            {
                SubmissionId = stamp.SubmissionId,
                QuestionId = answer.QuestionId,
                CriterionId = score.CriterionId,
                Suggestion = score.Points,
                Maximum = score.Maximum,
                Confidence = score.Confidence,
                Total = stamp.Points ?? Points.Zero,
                Likeness = ItemLikeness.Of(_criteria[score.CriterionId], AssessmentMapping.FromRow(score), answer.State, words),
            };
        }
    }

    private IReadOnlyList<ReviewGroup> Group(string criterion, ReviewItem[] items)
    {
        if (_grouped.TryGetValue(criterion, out var known) && known.Items.SequenceEqual(items, ReferenceEqualityComparer.Instance))
            return known.Groups;
        var groups = ReviewGrouping.Group(items);
        _grouped[criterion] = (items, groups);
        return groups;
    }
}
