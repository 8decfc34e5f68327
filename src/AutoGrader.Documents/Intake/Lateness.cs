using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// Whether a hand-in is late. The participant's own extension counts before the due date Moodle prints for him, that before the sheet's.
/// Moodle prints minutes, so a minute begun in time is in time; Moodle knows the seconds, so its word "late" counts too.
/// </summary>
internal static class Lateness
{
    /// <summary>The remark, or <c>null</c>.</summary>
    public static Reason? Check(SheetOutline sheet, WorksheetRow? row, DateTime? uploadedAt)
    {
        var due = row?.ExtensionUntil ?? row?.Due ?? sheet.Due;
        var time = row?.SubmittedAt ?? uploadedAt;
        DateTime? minute = time is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)) : null;
        return minute > due || row?.IsLate == true ? HandInReasons.Late(minute, due) : null;
    }
}
