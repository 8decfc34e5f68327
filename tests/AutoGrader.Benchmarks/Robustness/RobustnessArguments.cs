using System.Globalization;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>The arguments of <c>robustness</c>.</summary>
internal sealed record RobustnessArguments(string Folder, int Count)
{
    private const int DefaultCount = 2000;

    /// <summary><c>null</c> where they make no sense.</summary>
    public static RobustnessArguments? Parse(string[] arguments) => arguments switch
    {
        [] => new(TestData.Path("corpus"), DefaultCount),
        ["--count", var count] => With(TestData.Path("corpus"), count),
        [var folder] => new(folder, DefaultCount),
        [var folder, "--count", var count] => With(folder, count),
        _ => null,
    };

    private static RobustnessArguments? With(string folder, string count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(folder, number) : null;
}
