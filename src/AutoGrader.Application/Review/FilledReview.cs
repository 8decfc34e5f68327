using System.Globalization;
using AutoGrader.Documents.Intake;

namespace AutoGrader.Application.Review;

/// <summary>Keeps a review.csv that somebody has filled in where it lies from being overwritten by the next one.</summary>
internal static class FilledReview
{
    /// <summary>Moves the file aside if it holds decisions, read or not.</summary>
    /// <returns>The name it now has; <c>null</c> where nothing had to be kept.</returns>
    public static string? MoveAside(string path)
    {
        if (!File.Exists(path) || !HoldsDecisions(path))
            return null;
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}-filled-{number}.csv");
            var kept = Path.Combine(Path.GetDirectoryName(path)!, name);
            if (File.Exists(kept))
                continue;
            File.Move(path, kept);
            return name;
        }
    }

    private static bool HoldsDecisions(string path)
    {
        try
        {
            return ReviewFile.Read(path).Count > 0;
        }
        catch (UnusableInputException)
        {
            // No table of ours any more: somebody's work in any case.
            return true;
        }
    }
}
