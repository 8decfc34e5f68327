using System.Globalization;

namespace AutoGrader.Application.Review.Second;

/// <summary>How many answers a sample holds: a number of them, or a share of all that can be drawn.</summary>
public sealed record SampleSize
{
    /// <summary>The largest number.</summary>
    public const int MostAnswers = 10_000;

    private SampleSize(int? answers, decimal? percent) => (Answers, Percent) = (answers, percent);

    /// <summary>The number; <c>null</c> for a share.</summary>
    public int? Answers { get; }

    /// <summary>The share, above 0 up to 100; <c>null</c> for a number.</summary>
    public decimal? Percent { get; }

    /// <summary>A size; <c>null</c> unless exactly one of the two is given and can be drawn.</summary>
    public static SampleSize? TryCreate(int? answers, decimal? percent) =>
        answers is >= 1 and <= MostAnswers && percent is null ? new(answers, null)
        : answers is null && percent is > 0 and <= 100 ? new(null, percent)
        : null;

    /// <summary>How many of so many: a share is rounded up, so that there is always something to compare.</summary>
    public int Of(int answers) => Percent is { } share ? (int)Math.Ceiling(answers * share / 100) : Math.Min(Answers!.Value, answers);

    /// <summary>The share as audit rows name it; empty for a number.</summary>
    internal string Described => Percent is { } share ? string.Create(CultureInfo.InvariantCulture, $" ({share:0.###} %)") : "";
}
