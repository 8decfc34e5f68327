using System.Globalization;
using AutoGrader.Application.Grading;

namespace AutoGrader.Cli.Output;

/// <summary>Tells a tutor what became of a run and what to do next.</summary>
internal static class RunReport
{
    /// <summary>What the tutor should know, on the error stream.</summary>
    public static void WriteRemarks(Terminal terminal, GradeResult result)
    {
        foreach (var remark in result.Remarks)
            terminal.Error.WriteLine($"! {remark}");
    }

    /// <summary>The counts, the files and the next steps, on the output.</summary>
    public static void WriteResult(Terminal terminal, GradeResult result, GradeRequest request)
    {
        var output = terminal.Output;
        WriteCount(output, "graded", result.Graded);
        WriteCount(output, "need review", result.NeedsReview);
        WriteCount(output, "not graded", result.NotGraded);
        WriteCount(output, "unreadable", result.Unreadable);
        WriteCount(output, "no submission", result.NoSubmission);
        WriteCount(output, "not looked at yet", result.Pending);
        if (result.NeedsReview > 0)
            output.WriteLine("        (~ marks are suggestions: some of their criteria wait for a person)");
        output.WriteLine();
        foreach (var file in result.Files)
            output.WriteLine(Shorten(file));
        foreach (var step in NextSteps(result, request))
            output.WriteLine(step);
    }

    private static string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static void WriteCount(TextWriter output, string what, int count)
    {
        if (count > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6}  {what}"));
    }

    private static IEnumerable<string> NextSteps(GradeResult result, GradeRequest request)
    {
        if (result.Interrupted)
        {
            yield return "Interrupted. What was done is kept: the same command goes on where it stopped.";
            yield break;
        }

        if (request.OutputDirectory is not { } directory)
        {
            yield return "Nothing was written: add --out DIR for marks, feedback and the files that Moodle takes.";
            yield break;
        }

        if (result.NeedsReview + result.Unreadable > 0)
        {
            yield return $"Next: decide what is listed in {Path.Combine(directory, "review.csv")}, "
                + "then run again with --overrides and that file.";
        }

        if (request.WorksheetPath is not null)
        {
            // feedback.zip holds everybody's report, with suggestions marked as such; Moodle shows an upload at once.
            var when = result.NeedsReview > 0 ? "For Moodle, when nothing is left to review" : "For Moodle";
            yield return $"{when}: upload worksheet.csv first, feedback.zip second, in the interface language of the download.";
        }
    }
}
