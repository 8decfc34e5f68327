using System.Globalization;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>A judged matrix as a grid.</summary>
internal static class MatrixSection
{
    public static MatrixBlock? Compose(MatrixVerdict matrix, Computation? computation, FeedbackWords words)
    {
        if (matrix.Entries.Count == 0 || matrix.Columns < 1)
            return null;
        var title = computation?.Steps.FirstOrDefault(s => s.Name == matrix.Step)?.Title is { } text ? words.Say(text) : matrix.Step;
        var right = matrix.Entries.Count(e => e.State is EntryState.Right or EntryState.CarriedForward);
        var cells = matrix.Entries.Select(e => new MatrixCell(e.Text, e.State, Expected(e, words))).ToList();
        var states = matrix.Entries.Select(e => e.State).Distinct().Order();
        return new MatrixBlock
        {
            Caption = string.Create(
                CultureInfo.InvariantCulture,
                $"{title}: {right} {words.Say("of", "von")} {matrix.Entries.Count} {words.Say("entries accepted", "Einträgen anerkannt")}"),
            Columns = matrix.Columns,
            Cells = cells,
            Legend = [.. states.Select(s => new MatrixLegendEntry(s, words.State(s, cells.Exists(c => c.Expected is not null))))],
        };
    }

    private static string? Expected(EntryVerdict entry, FeedbackWords words) =>
        entry.State == EntryState.Wrong && double.IsFinite(entry.Expected) ? words.Number(entry.Expected) : null;
}
