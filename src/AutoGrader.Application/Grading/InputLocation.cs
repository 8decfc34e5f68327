namespace AutoGrader.Application.Grading;

/// <summary>The natural key of an input.</summary>
internal static class InputLocation
{
    /// <summary>The full path without a separator at its end.</summary>
    public static string Of(string inputPath) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(inputPath));
}
