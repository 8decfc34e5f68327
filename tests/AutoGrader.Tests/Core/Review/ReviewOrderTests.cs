using AutoGrader.Core;
using AutoGrader.Core.Review;

namespace AutoGrader.Tests.Core.Review;

/// <summary>What changes most comes first.</summary>
public sealed class ReviewOrderTests
{
    private static readonly Points Pass = Points.FromValue(10);

    [Fact]
    public void The_effect_is_doubt_times_points_at_stake_times_members()
    {
        var group = Group("a", 3, Item("a", 0.6, suggestion: 0.5m, maximum: 2));

        Assert.Equal(3 * 0.4 * 1.5, ReviewOrder.EffectOf(group, []), 6);
    }

    [Theory]
    [InlineData(9.5, 1, true)]   // 9.5 with the point, 8.5 without: no
    [InlineData(10.5, 1, true)]  // 10.5 with, 9.5 without
    [InlineData(9.5, 0, true)]   // 9.5 without, 10.5 with
    [InlineData(12, 1, false)]
    [InlineData(8, 0, false)]
    public void What_may_decide_on_a_grade_counts_twice(double total, double suggestion, bool counts)
    {
        var item = Item("a", 0.5, (decimal)suggestion, 1) with { Total = Points.FromValue((decimal)total) };
        // The first case lies below the threshold either way.
        var expected = counts && item.MayCross(Pass) ? 1 : 0.5;

        Assert.Equal(expected, ReviewOrder.EffectOf(Group("a", 1, item), [Pass]), 6);
        Assert.Equal(total is 10.5 || (total is 9.5 && suggestion is 0), item.MayCross(Pass));
    }

    [Fact]
    public void Large_doubtful_groups_come_first_and_ties_stay_as_given()
    {
        var order = ReviewOrder.Sort(
            [
                Group("c", 1, Item("c", 0.5, 1, 1)), Group("b", 4, Item("b", 0.5, 1, 1)), Group("a", 1, Item("a", 0.5, 1, 1)),
                Group("d", 9, Item("d", 0.99, 1, 1)),
            ],
            []);

        Assert.Equal(["b", "c", "a", "d"], order.Select(g => g.First.CriterionId));
        Assert.Equal(5, ReviewOrder.SettledBy(order, 2));
        Assert.Equal(15, ReviewOrder.SettledBy(order, 99));
    }

    [Fact]
    public void What_was_not_read_of_one_report_stays_together()
    {
        ReviewItem[] items = [.. new[] { "a", "b" }.SelectMany(criterion => new[] { 1, 2 }.Select(report => Item(criterion, 0, 0, 1) with
        {
            SubmissionId = new Guid(report, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            Likeness = ItemLikeness.Unique,
        }))];

        var order = ReviewOrder.Sort(ReviewGrouping.Group(items), []);

        Assert.Equal(["1a", "1b", "2a", "2b"], order.Select(g => $"{g.First.SubmissionId.ToByteArray()[0]}{g.First.CriterionId}"));
    }

    private static ReviewGroup Group(string criterion, int members, ReviewItem item) => ReviewGrouping.Group(
        Enumerable.Range(1, members).Select(i => item with
        {
            CriterionId = criterion,
            SubmissionId = new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        })).Single();

    private static ReviewItem Item(string criterion, double confidence, decimal suggestion, decimal maximum) => new()
    {
        SubmissionId = Guid.Empty,
        QuestionId = "1.1",
        CriterionId = criterion,
        Suggestion = Points.FromValue(suggestion),
        Maximum = Points.FromValue(maximum),
        Confidence = confidence,
        Total = Points.Zero,
        Likeness = new ItemLikeness("reason", "same", null),
    };
}
