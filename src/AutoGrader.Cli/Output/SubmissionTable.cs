using System.Globalization;
using AutoGrader.Application.Outlets;
using Spectre.Console;

namespace AutoGrader.Cli.Output;

/// <summary>The submissions of a run as a table; of a large run those with a reason.</summary>
internal static class SubmissionTable
{
    /// <summary>More rows than anybody reads on a screen.</summary>
    private const int MostRows = 100;

    public static void Write(Terminal terminal, IReadOnlyList<SubmissionListing> submissions)
    {
        if (submissions.Count == 0)
            return;
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns("Participant", "Name", "Handed in", "Status")
            .AddColumn(new TableColumn("Points").RightAligned())
            .AddColumn(new TableColumn("To review").RightAligned())
            .AddColumn("Reasons");
        var shown = submissions.Count <= MostRows ? submissions : [.. submissions.Where(s => s.Reasons.Count > 0)];
        foreach (var submission in shown)
            table.AddRow(Cells(submission).Select(text => new Text(text)).ToArray());
        if (shown.Count > 0)
            terminal.OutputConsole().Write(table);
        if (shown.Count < submissions.Count)
        {
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{submissions.Count - shown.Count} more submissions, without remarks: see grades.csv."));
        }
    }

    private static string[] Cells(SubmissionListing submission) =>
    [
        submission.Participant,
        submission.Name ?? "",
        submission.Uploaded ?? "",
        submission.Status,
        submission.Points is { } points ? $"{(submission.ReviewCriteria > 0 ? "~" : "")}{points} / {submission.Maximum}" : "",
        submission.ReviewCriteria > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{submission.ReviewCriteria} of {submission.Criteria}")
            : "",
        string.Join(", ", submission.Reasons),
    ];
}
