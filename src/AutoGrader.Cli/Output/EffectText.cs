using System.Globalization;
using AutoGrader.Application.Remarking;
using AutoGrader.Core;
using Spectre.Console;

namespace AutoGrader.Cli.Output;

/// <summary>An effect as text: what changes in all, then who, from what to what, and why.</summary>
internal static class EffectText
{
    public static void Write(Terminal terminal, Effect effect, Language language)
    {
        terminal.Output.WriteLine(Summary(effect));
        foreach (var remark in effect.Remarks)
            terminal.Output.WriteLine(remark.In(language));
        var listed = effect.Submissions.Where(s => s.IsChanged || s.NotComputed is not null).ToList();
        if (listed.Count == 0)
            return;
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns("Participant", "Name", "Criterion")
            .AddColumn(new TableColumn("Before").RightAligned())
            .AddColumn(new TableColumn("After").RightAligned())
            .AddColumn("Person needed")
            .AddColumn("Cause");
        foreach (var row in listed.SelectMany(s => RowsOf(s, language)))
            table.AddRow(row.Select(text => new Text(text)).ToArray());
        terminal.OutputConsole().Write(table);
    }

    private static string Summary(Effect effect) => string.Create(
        CultureInfo.InvariantCulture,
        $"{effect.Moved} of {effect.Submissions.Count} change in points, {effect.Crossing} cross a boundary of grades, "
            + $"{effect.NewlyOpen} more need a person and {effect.Closed} none any more, {effect.NotComputed} cannot be told.");

    private static IEnumerable<string[]> RowsOf(SubmissionEffect effect, Language language)
    {
        yield return
        [
            effect.Participant, effect.Name ?? "", "", Points(effect.Before), effect.NotComputed is null ? Points(effect.After) : "?",
            Person(effect.IsOpenBefore, effect.NotComputed is null ? effect.IsOpenAfter : effect.IsOpenBefore),
            effect.NotComputed?.In(language) ?? "",
        ];
        foreach (var c in effect.Criteria)
            yield return ["", "", c.CriterionId, Points(c.Before), Points(c.After), Person(c.WasOpen, c.IsOpen), c.Cause.In(language)];
    }

    private static string Points(Points? points) => points?.ToString() ?? "-";

    private static string Person(bool before, bool after) => (before, after) switch
    {
        (false, true) => "now",
        (true, false) => "no longer",
        (true, true) => "yes",
        _ => "",
    };
}
