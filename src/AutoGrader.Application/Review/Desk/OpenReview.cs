using AutoGrader.Application.Isolation;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Core.Review;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Opens a group of the queue for a person: what is needed to decide on it, and what lies before and after it.</summary>
public sealed class OpenReview
{
    private const int Ahead = 2;

    private readonly ReviewBoards _boards;
    private readonly ReviewMembers _members;
    private readonly ListReview _list;
    private readonly OpenCases _cases;
    private readonly DrawReport _pages;
    private readonly RightOfWay _rightOfWay;

    internal OpenReview(
        ReviewBoards boards, ReviewMembers members, ListReview list, OpenCases cases, DrawReport pages, RightOfWay rightOfWay)
    {
        (_boards, _members, _list, _cases, _pages, _rightOfWay) = (boards, members, list, cases, pages, rightOfWay);
    }

    /// <summary>Opens a group.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="key">The group; <c>null</c> for the first one that nobody else has open, or the first of all.</param>
    /// <param name="question">Among those of this question; <c>null</c> for all.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<OpenedReview> ExecuteAsync(
        Guid runId, string? key, string? question, string by, CancellationToken cancellationToken = default)
    {
        using var passage = _rightOfWay.Take();
        var (rubric, groups) = await _boards.GroupsAsync(runId, cancellationToken);
        var thresholds = _list.ThresholdsOf(rubric.Rubric);
        var queue = ReviewOrder.Sort(groups.Where(g => question is null || g.First.QuestionId == question), thresholds).ToList();
        var others = _cases.OfOthers(runId, by);
        var place = key is null ? Math.Max(0, queue.FindIndex(g => !others.ContainsKey(g.Key))) : queue.FindIndex(g => g.Key == key);
        if (place < 0 || place >= queue.Count)
            return new OpenedReview(null, 0, queue.Count, null, null, null);
        var group = queue[place];
        _cases.Open(runId, group.Key, by);
        // What the person will probably see next is drawn while they read this one.
        var next = queue.Where((g, i) => i != place && !others.ContainsKey(g.Key)).Take(Ahead);
        _pages.Expect(rubric.Hash, [group.First.SubmissionId, .. next.Select(g => g.First.SubmissionId)]);
        return new OpenedReview(
            await _members.DescribeAsync(rubric, group, thresholds, cancellationToken),
            place,
            queue.Count,
            place > 0 ? queue[place - 1].Key : null,
            place + 1 < queue.Count ? queue[place + 1].Key : null,
            others.GetValueOrDefault(group.Key));
    }
}

/// <summary>A group of the queue, opened.</summary>
/// <param name="Case">The group; <c>null</c> where it is no longer open.</param>
/// <param name="Place">Its place in the queue, from 0.</param>
/// <param name="Count">How many groups the queue has.</param>
/// <param name="Before">The key of the group before it; <c>null</c> for the first.</param>
/// <param name="After">The key of the group after it; <c>null</c> for the last.</param>
/// <param name="AlsoOpenedBy">Another person who has it open; <c>null</c> where nobody has.</param>
public sealed record OpenedReview(ReviewCase? Case, int Place, int Count, string? Before, string? After, string? AlsoOpenedBy);
