using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;

namespace AutoGrader.IntegrationTests.Application.Remarking;

/// <summary>Decisions of a person at the desk.</summary>
internal static class Decided
{
    public const string By = "tutor@example.org";

    /// <summary>Decides a criterion for submissions, one after the other.</summary>
    public static async Task ByAsync(Installation installation, Guid run, string criterion, Points points, IEnumerable<Guid> submissions)
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (var submission in submissions)
        {
            var shown = (await installation.Get<ShowCriterion>().ExecuteAsync(run, submission, criterion, cancel))!;
            var result = await installation.Get<DecideReview>().ExecuteAsync(
                new DecideRequest
                {
                    RunId = run,
                    CriterionId = criterion,
                    Points = points,
                    By = By,
                    Reason = "seen by hand",
                    Items = [.. shown.Members.Select(m => new DecidedItem(m.SubmissionId, m.Version))],
                },
                cancel);
            Assert.Empty(result.Refused);
        }
    }
}
