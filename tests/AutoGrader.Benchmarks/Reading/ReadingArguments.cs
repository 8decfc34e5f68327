using System.Globalization;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>The arguments of the command <c>reading</c>.</summary>
/// <param name="Folder">The corpus.</param>
/// <param name="Worst">How many of the worst answers to list.</param>
internal sealed record ReadingArguments(string Folder, int Worst)
{
    /// <summary>The arguments, or <c>null</c> where they are not understood.</summary>
    public static ReadingArguments? Parse(string[] arguments) => arguments switch
    {
        [] => new ReadingArguments(TestData.Path("corpus"), 10),
        ["--worst", var count, .. var rest] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var worst) =>
            Parse(rest) is { } others ? others with { Worst = worst } : null,
        [var folder, .. var rest] when !folder.StartsWith('-') => Parse(rest) is { } others ? others with { Folder = folder } : null,
        _ => null,
    };
}
