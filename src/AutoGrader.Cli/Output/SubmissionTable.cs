using System.Globalization;
using AutoGrader.Application.Outlets;
using Spectre.Console;

namespace AutoGrader.Cli.Output;

/// <summary>The submissions of a run as a table.</summary>
internal static class SubmissionTable
{
    public static void Write(Terminal terminal, IReadOnlyList<SubmissionListing> submissions)
    {
        if (submissions.Count == 0)
            return;
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns("Participant", "Name", "Handed in", "Status")
            .AddColumn(new TableColumn("Points").RightAligned())
            .AddColumn(new TableColumn("To review").RightAligned())
            .AddColumn("Reasons");
        foreach (var submission in submissions)
            table.AddRow(Cells(submission).Select(text => new Text(text)).ToArray());
        terminal.OutputConsole().Write(table);
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
