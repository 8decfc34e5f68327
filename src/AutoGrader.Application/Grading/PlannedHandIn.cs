using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Grading;

/// <summary>A hand-in of an opened input with what the worksheet says about it.</summary>
/// <param name="HandIn">The hand-in; a team's says so.</param>
/// <param name="Rows">Its rows of the worksheet: none, the participant's, or those of the team's members.</param>
/// <param name="ContentHash">Names the bytes handed in.</param>
internal sealed record PlannedHandIn(HandIn HandIn, IReadOnlyList<WorksheetRow> Rows, string ContentHash)
{
    /// <summary>The name to show: the worksheet's, which Moodle has not cleaned, before the export's.</summary>
    public string? Name => HandIn.IsGroup || Rows.Count == 0 ? HandIn.Name : Rows[^1].FullName ?? HandIn.Name;
}
