using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>A statement on what is summed.</summary>
/// <param name="Over">What the sum runs over; <c>null</c> where words name a direction that people use either way ("over the
/// rows").</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="At">The index of the token it begins with.</param>
internal sealed record AxisClaim(AxisSide? Over, Sentence Sentence, int At)
{
    /// <summary>Whether it is denied.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Whether the sentence may speak of something else than the matrix ("each query vector is normalised").</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether it only names a direction, which says something where nothing else is said.</summary>
    public bool IsBare { get; init; }
}
