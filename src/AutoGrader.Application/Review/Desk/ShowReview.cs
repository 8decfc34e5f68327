using AutoGrader.Core.Review;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Shows what a person needs to decide on a group of open items.</summary>
public sealed class ShowReview
{
    private readonly ReviewBoards _boards;
    private readonly ReviewMembers _members;
    private readonly ListReview _list;

    internal ShowReview(ReviewBoards boards, ReviewMembers members, ListReview list) =>
        (_boards, _members, _list) = (boards, members, list);

    /// <summary>A group by its key; <c>null</c> where it is no longer open.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<ReviewCase?> ExecuteAsync(Guid runId, string key, CancellationToken cancellationToken = default)
    {
        var (rubric, groups) = await _boards.GroupsAsync(runId, cancellationToken);
        if (groups.FirstOrDefault(g => g.Key == key) is not { } group)
            return null;
        var question = rubric.Rubric.Questions.First(q => q.Id == group.First.QuestionId);
        var members = await _members.ReadAsync(
            rubric, group.First.CriterionId, [.. group.Items.Select(i => i.SubmissionId)], cancellationToken);
        // Somebody may have decided in between.
        return members.Count < group.Items.Count ? null : new ReviewCase
        {
            Group = ListReview.Describe(group, question, _list.ThresholdsOf(rubric.Rubric)),
            QuestionText = question.Text,
            Levels = CriterionLevels.Of(question.Criteria.First(c => c.Id == group.First.CriterionId)),
            Members = members,
        };
    }
}
