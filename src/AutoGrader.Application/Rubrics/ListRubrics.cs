using AutoGrader.Core;

namespace AutoGrader.Application.Rubrics;

/// <summary>A stored rubric version in a list.</summary>
/// <param name="Hash">The content hash.</param>
/// <param name="Id">The rubric's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Maximum">The points of the sheet.</param>
/// <param name="ImportedAt">When it was imported (UTC).</param>
/// <param name="IsLatest">Whether its id means this version.</param>
/// <param name="Assessments">How many submissions were assessed by it.</param>
public sealed record RubricListing(
    string Hash, string Id, LocalizedText Title, Points Maximum, DateTime ImportedAt, bool IsLatest, int Assessments);

/// <summary>Lists the stored rubric versions.</summary>
public sealed class ListRubrics
{
    /// <summary>All versions by id, the latest first.</summary>
    public Task<IReadOnlyList<RubricListing>> ExecuteAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
