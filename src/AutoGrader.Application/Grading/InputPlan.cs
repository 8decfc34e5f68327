using System.Globalization;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Grading;

/// <summary>An opened input joined with its worksheet. The content of the hand-ins stays on disk.</summary>
internal sealed class InputPlan : IDisposable
{
    private InputPlan(HandInSource source, GradingWorksheet? worksheet, IReadOnlyList<PlannedHandIn> handIns, IReadOnlyList<string> remarks)
    {
        Source = source;
        Worksheet = worksheet;
        HandIns = handIns;
        Remarks = remarks;
    }

    public HandInSource Source { get; }

    public GradingWorksheet? Worksheet { get; }

    public IReadOnlyList<PlannedHandIn> HandIns { get; }

    /// <summary>What the tutor should know of input and worksheet. Shown, never logged or stored: it may name participants.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Opens input and worksheet.</summary>
    /// <exception cref="UnusableInputException">One of them cannot be used at all.</exception>
    public static InputPlan Open(string inputPath, string? worksheetPath, CancellationToken cancellationToken)
    {
        var worksheet = worksheetPath is null ? null : GradingWorksheet.Read(worksheetPath);
        var source = HandInSource.Open(inputPath);
        try
        {
            var handIns = new List<PlannedHandIn>();
            var remarks = new List<string>([.. source.Remarks, .. worksheet?.Remarks ?? []]);
            foreach (var handIn in source.HandIns)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var match = worksheet?.Match(handIn) ?? new WorksheetMatch(handIn, [], null);
                handIns.Add(new PlannedHandIn(match.HandIn, match.Rows, Fingerprint.OfContent(source, handIn)));
                if (match.Remark is { } remark)
                    remarks.Add(remark);
            }
            if (worksheet is not null)
                remarks.AddRange(Compare(worksheet, handIns));
            return new InputPlan(source, worksheet, handIns, remarks);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Dispose() => Source.Dispose();

    /// <summary>Who is in one of both only: nobody may get lost between them.</summary>
    private static IEnumerable<string> Compare(GradingWorksheet worksheet, List<PlannedHandIn> handIns)
    {
        if (handIns.Count > 0 && handIns.All(h => h.Rows.Count == 0))
        {
            yield return "None of the hand-ins has a row in the worksheet: input and worksheet belong to different assignments, "
                + "or the input is no Moodle export. No grades can be written.";
            yield break;
        }
        var missing = handIns.Where(h => h.Rows.Count == 0).Select(h => h.HandIn.Key).ToList();
        if (missing.Count > 0)
            yield return $"In the input but not in the worksheet (which may be limited to a group): {string.Join(", ", missing)}.";
        var matched = handIns.SelectMany(h => h.Rows).Select(r => r.ParticipantNumber).ToHashSet(StringComparer.Ordinal);
        var lost = worksheet.Rows.Where(r => !r.IsNothingSubmitted && !matched.Contains(r.ParticipantNumber))
            .Select(r => r.ParticipantNumber).ToList();
        if (lost.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{lost.Count} participant(s) handed in according to the worksheet but are not in the input "
                + $"(incomplete download, or online text only): {string.Join(", ", lost)}.");
        }
    }
}
