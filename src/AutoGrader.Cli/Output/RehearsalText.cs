using System.Globalization;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rehearsal;

namespace AutoGrader.Cli.Output;

/// <summary>A rehearsal for people: what is wrong, what is only untried, and how the answers fared.</summary>
internal static class RehearsalText
{
    public static void Write(TextWriter output, RehearsedRubric rehearsed)
    {
        var report = rehearsed.Report;
        foreach (var finding in report.Findings)
            output.WriteLine($"{finding.What} [{finding.Code}{(finding.IsHint ? ", hint" : "")}]");
        if (report.Findings.Count > 0)
            output.WriteLine();
        output.WriteLine($"{rehearsed.Version.Rubric.Id} version {rehearsed.Version.ShortHash}");
        output.WriteLine($"Worked solution: {report.Suggested} of {report.Maximum} points, {report.Automatic} of them without a person.");
        var suggested = report.Solution.Where(s => s.NeedsReview).Select(s => s.CriterionId).ToList();
        if (suggested.Count > 0)
            output.WriteLine($"  left to a person: {string.Join(", ", suggested)}");
        foreach (var count in report.Counts.Where(c => c.Answers > 0))
            output.WriteLine(Line(count));
        var hints = report.Findings.Count(f => f.IsHint);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count - hints} findings, {hints} hints."));
    }

    private static string Line(RehearsalCount count)
    {
        var name = count.Kind switch
        {
            RehearsalKind.Solution => "worked solutions",
            RehearsalKind.Example => "examples",
            RehearsalKind.Blank => "blanks",
            RehearsalKind.CopiedQuestion => "copied questions",
            RehearsalKind.OffTopic => "answers about something else",
            RehearsalKind.Mutant => "known mistakes",
            RehearsalKind.KeywordSalad => "keyword salads",
            _ => "graded answers",
        };
        var fared = count.Criteria == 0 ? ""
            : $", {count.Right} of {count.Criteria} criteria right, {count.Decided} without a person, "
                + $"{count.DecidedWrongly} of these wrong";
        return string.Create(CultureInfo.InvariantCulture, $"{count.Answers,5} {name}{fared}");
    }
}
