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
    private IReadOnlyList<ReviewGroup> _groups = [];

    /// <summary>What is known of a submission, as of a change of its assessment.</summary>
    private sealed record Entry(DateTime AssessedAt, IReadOnlyList<ReviewItem> Items, IReadOnlyDictionary<string, AnswerText> Texts)
    {
        public static Entry None { get; } = new(default, [], new Dictionary<string, AnswerText>());
    }

    /// <summary>An answer and its words, which take the time.</summary>
    private sealed record AnswerText(string Text, Lazy<AnswerWords> Words);

    /// <summary>An assessment that may have changed.</summary>
    private sealed record Stamp(Guid Id, Guid SubmissionId, string Key, DateTime AssessedAt, Points? Points);

    public RubricVersion Rubric => rubric;

    /// <summary>Reads what has changed.</summary>
    /// <returns>The groups of open items: criteria in the rubric's order, items in ordinal order of their hand-ins' keys.</returns>
    public async Task<IReadOnlyList<ReviewGroup>> RefreshAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var stamps = await context.AssessmentsOf(run.Id).AsNoTracking()
            .Select(a => new Stamp(a.Id, a.SubmissionId, a.Submission!.HandInKey, a.AssessedAt, a.Points))
            .ToListAsync(cancellationToken);
        stamps.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        var known = _entries;
        var entries = stamps.Where(s => known.TryGetValue(s.SubmissionId, out var entry) && entry.AssessedAt == s.AssessedAt)
            .ToDictionary(s => s.SubmissionId, s => known[s.SubmissionId]);
        if (entries.Count == stamps.Count && entries.Count == known.Count)
            return _groups;
        foreach (var changed in stamps.Where(s => !entries.ContainsKey(s.SubmissionId)).Chunk(Batch))
            await ReadAsync(context, changed, entries, cancellationToken);
        _entries = entries;
        var items = stamps.SelectMany(s => entries[s.SubmissionId].Items).ToLookup(i => i.CriterionId, StringComparer.Ordinal);
        return _groups = [.. _criteria.Keys.SelectMany(criterion => Group(criterion, [.. items[criterion]]))];
    }

    private async Task ReadAsync(
        AutoGraderDbContext context, Stamp[] stamps, Dictionary<Guid, Entry> entries, CancellationToken cancellationToken)
    {
        var ids = stamps.Select(s => s.Id).ToList();
        var answers = await context.Answers.AsNoTracking()
            .Where(a => EF.Parameter(ids).Contains(a.AssessmentId) && a.Scores.Any(s => s.NeedsReview))
            .Include(a => a.Scores.Where(s => s.NeedsReview).OrderBy(s => s.Ordinal))
            .ToListAsync(cancellationToken);
        var byAssessment = answers.ToLookup(a => a.AssessmentId);
        foreach (var stamp in stamps)
        {
            var former = _entries.GetValueOrDefault(stamp.SubmissionId) ?? Entry.None;
            var own = byAssessment[stamp.Id].OrderBy(a => a.Ordinal).ToList();
            var texts = own.ToDictionary(a => a.QuestionId, a => TextOf(a, former), StringComparer.Ordinal);
            var items = own.SelectMany(a => ItemsOf(stamp, a, texts[a.QuestionId]));
            entries.Add(stamp.SubmissionId, new Entry(stamp.AssessedAt, [.. items], texts));
        }
    }

    private static AnswerText TextOf(StoredAnswer answer, Entry former) =>
        former.Texts.TryGetValue(answer.QuestionId, out var known) && known.Text == answer.Text
            ? known : new AnswerText(answer.Text, new Lazy<AnswerWords>(() => AnswerWords.Of(answer.Text)));

    private IEnumerable<ReviewItem> ItemsOf(Stamp stamp, StoredAnswer answer, AnswerText text)
    {
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
                Likeness = ItemLikeness.Of(_criteria[score.CriterionId], AssessmentMapping.FromRow(score), answer.State, text.Words),
            };
        }
    }

    private IReadOnlyList<ReviewGroup> Group(string criterion, ReviewItem[] items)
    {
        if (_grouped.TryGetValue(criterion, out var known))
        {
            if (known.Items.SequenceEqual(items))
                return known.Groups;
            // A decision on another criterion changes the total and no group.
            if (known.Items.Length == items.Length && known.Items.Zip(items).All(pair => IsGroupedAlike(pair.First, pair.Second)))
                return Keep(ReviewGrouping.Renew(known.Groups, items.ToDictionary(i => i.SubmissionId)));
        }
        return Keep(ReviewGrouping.Group(items));

        IReadOnlyList<ReviewGroup> Keep(IReadOnlyList<ReviewGroup> groups)
        {
            _grouped[criterion] = (items, groups);
            return groups;
        }
    }

    private static bool IsGroupedAlike(ReviewItem former, ReviewItem item) =>
        former.SubmissionId == item.SubmissionId && former.Suggestion == item.Suggestion && former.Likeness == item.Likeness;
}
