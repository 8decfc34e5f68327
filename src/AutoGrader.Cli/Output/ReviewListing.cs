using System.Globalization;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Core.Submissions;
using Spectre.Console;

namespace AutoGrader.Cli.Output;

/// <summary>The queue of open decisions as text.</summary>
internal static class ReviewListing
{
    private static readonly int[] Steps = [5, 20];

    public static void Write(Terminal terminal, ReviewList list, Language language, bool isBlind)
    {
        terminal.Output.WriteLine(Summary(list));
        if (list.Groups.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple }
                .AddColumns("Criterion", "What it asks for")
                .AddColumn(new TableColumn("Suggestion").RightAligned())
                .AddColumn(new TableColumn("Confidence").RightAligned())
                .AddColumn(new TableColumn("Answers").RightAligned())
                .AddColumn(new TableColumn("Effect").RightAligned());
            foreach (var group in list.Groups)
                table.AddRow(Cells(group, language).Select(text => new Text(text)).ToArray());
            terminal.OutputConsole().Write(table);
        }
        foreach (var (number, handIn) in list.HandIns.Index())
        {
            // The details of a reason quote names.
            terminal.Output.WriteLine(isBlind
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Hand-in {number + 1}: {string.Join(", ", handIn.Reasons.Select(r => r.Code.WireName()))}")
                : $"{handIn.Participant} {handIn.Name}: {string.Join(" ", handIn.Reasons.Select(r => r.Detail.In(language)))}");
        }
    }

    /// <summary>How much is open, and how much of it the next decisions settle.</summary>
    public static string Summary(ReviewList list)
    {
        if (list.Open == 0)
            return "Nothing is open.";
        var saving = Steps.Where(step => step < list.Groups.Count).Append(list.Groups.Count)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{list.SettledBy(step)} by the next {step}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{list.Open} open, in {list.Groups.Count} groups of like answers: {string.Join(", ", saving)}.");
    }

    private static string[] Cells(QueuedGroup group, Language language) =>
    [
        group.CriterionId,
        group.CriterionText.In(language),
        $"{group.Suggestion} / {group.Maximum}",
        group.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
        group.Submissions.Count.ToString(CultureInfo.InvariantCulture),
        group.Effect.ToString("0.00", CultureInfo.InvariantCulture),
    ];
}
