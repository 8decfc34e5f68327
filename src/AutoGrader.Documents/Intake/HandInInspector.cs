using AutoGrader.Core.Reading;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Documents.Intake;

/// <summary>Applies the hand-in rules of architecture section 9 to one hand-in.</summary>
public static class HandInInspector
{
    /// <summary>Inspects a hand-in. Never throws for anything a student can hand in.</summary>
    /// <param name="source">The source the hand-in comes from.</param>
    /// <param name="handIn">The hand-in.</param>
    /// <param name="sheet">Gives the hand-in rules and the due date.</param>
    /// <param name="row">The participant's row of the worksheet (of any member, for a group), where there is one: name, status,
    /// times.</param>
    /// <param name="waived">
    /// Rules that a tutor has overruled for this hand-in: wire names of reasons. What stands in the way of reading at all cannot be
    /// overruled (a damaged or unsafe archive, no PDF), except that <c>not-a-zip</c> accepts a bare PDF, <c>several-pdfs</c> the one that
    /// is named exactly as the ZIP, and <c>duplicate-submission</c> the newest file.
    /// </param>
    public static HandInInspection Inspect(HandInSource source, HandIn handIn, SheetOutline sheet, WorksheetRow? row,
        IReadOnlySet<string>? waived = null) =>
        new HandInCheck(handIn, sheet, row, waived ?? new HashSet<string>()).Run(source);
}
