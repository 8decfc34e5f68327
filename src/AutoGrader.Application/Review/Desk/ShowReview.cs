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
        return await _members.DescribeAsync(rubric, group, _list.ThresholdsOf(rubric.Rubric), cancellationToken);
    }
}
