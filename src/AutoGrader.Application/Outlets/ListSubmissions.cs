using AutoGrader.Application.Data;
using AutoGrader.Core;

namespace AutoGrader.Application.Outlets;

/// <summary>A submission of a run in a list.</summary>
/// <param name="Participant">The participant number or, in plain folders, the file's path.</param>
/// <param name="Name">The name, where known.</param>
/// <param name="Uploaded">The uploaded file's name.</param>
/// <param name="Status">The status by its name on the wire.</param>
/// <param name="Reasons">The reasons by their names on the wire.</param>
/// <param name="Points">The points (suggested, where review is needed); <c>null</c> where nothing was scored.</param>
/// <param name="Maximum">The points of the sheet.</param>
/// <param name="ReviewCriteria">How many criteria need a person.</param>
/// <param name="Criteria">How many criteria were scored.</param>
public sealed record SubmissionListing(
    string Participant,
    string? Name,
    string? Uploaded,
    string Status,
    IReadOnlyList<string> Reasons,
    Points? Points,
    Points Maximum,
    int ReviewCriteria,
    int Criteria);

/// <summary>Lists the submissions of a run with what became of them.</summary>
public sealed class ListSubmissions(Database database)
{
    /// <summary>The submissions in ordinal order of their keys; those not looked at yet do not occur.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<IReadOnlyList<SubmissionListing>> ExecuteAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await RunResults.OpenAsync(context, database.Artifacts, runId, cancellationToken);
        var listings = new List<SubmissionListing>();
        await foreach (var result in run.ReadAsync(cancellationToken))
            listings.Add(ListingOf(result));
        return listings;
    }

    private static SubmissionListing ListingOf(SubmissionResult result)
    {
        var criteria = (result.Assessment?.Questions ?? []).SelectMany(q => q.Criteria).ToList();
        return new SubmissionListing(
            result.Participant,
            result.Name,
            result.Row.Uploaded,
            result.Row.Status.WireName(),
            [.. WireNames.WireNamesOf(result.Row.AllReasons)],
            result.Assessment?.Points,
            result.Row.Maximum,
            criteria.Count(c => c.NeedsReview),
            criteria.Count);
    }
}
