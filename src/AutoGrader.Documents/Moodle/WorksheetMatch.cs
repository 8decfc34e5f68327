using AutoGrader.Documents.Intake;

namespace AutoGrader.Documents.Moodle;

/// <summary>Whose rows of a worksheet a hand-in belongs to.</summary>
/// <param name="HandIn">The hand-in, now knowing whether a group handed it in: an export alone does not tell.</param>
/// <param name="Rows">The participant's row, or one row per member of the group; none where the worksheet knows nobody of that
/// number.</param>
/// <param name="Remark">What a tutor must look at; <c>null</c> for nothing.</param>
public sealed record WorksheetMatch(HandIn HandIn, IReadOnlyList<WorksheetRow> Rows, string? Remark);
