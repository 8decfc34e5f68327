using System.Globalization;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Grading;

/// <summary>An opened input joined with its worksheet. The content of the hand-ins stays on disk.</summary>
internal sealed class InputPlan : IDisposable
{
    private readonly Dictionary<string, PlannedHandIn> _byKey;

    private InputPlan(HandInSource source, GradingWorksheet? worksheet, IReadOnlyList<PlannedHandIn> handIns, IReadOnlyList<string> remarks)
    {
        Source = source;
        Worksheet = worksheet;
        HandIns = handIns;
        Remarks = remarks;
        _byKey = handIns.ToDictionary(h => h.HandIn.Key, StringComparer.Ordinal);
    }

    public HandInSource Source { get; }

    public GradingWorksheet? Worksheet { get; }

    public IReadOnlyList<PlannedHandIn> HandIns { get; }

    /// <summary>What the tutor should know of input and worksheet. Shown, never logged or stored: it may name participants.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Opens input and worksheet, and looks at the bytes of every hand-in.</summary>
    /// <exception cref="UnusableInputException">One of them cannot be used at all.</exception>
    public static InputPlan Open(string inputPath, string? worksheetPath, CancellationToken cancellationToken) =>
        Open(inputPath, Path.GetFileName(inputPath), worksheetPath, knownContent: null, cancellationToken);

    /// <summary>Opens an input that is stored under another name than its own.</summary>
    /// <param name="inputPath">Where it lies.</param>
    /// <param name="inputName">Its own name.</param>
    /// <param name="worksheetPath">Where the worksheet lies; <c>null</c> where there is none.</param>
    /// <param name="knownContent">
    /// The content hashes by hand-in key, where the input is known to be the same as when they were taken; <c>null</c> takes them now.
    /// </param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="UnusableInputException">One of them cannot be used at all.</exception>
    public static InputPlan Open(
        string inputPath, string inputName, string? worksheetPath, IReadOnlyDictionary<string, string>? knownContent,
        CancellationToken cancellationToken)
    {
        var worksheet = worksheetPath is null ? null : GradingWorksheet.Read(worksheetPath);
        var source = HandInSource.Open(inputPath, inputName);
        try
        {
            var handIns = new List<PlannedHandIn>();
            var remarks = new List<string>([.. source.Remarks, .. worksheet?.Remarks ?? []]);
            foreach (var handIn in source.HandIns)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var match = worksheet?.Match(handIn) ?? new WorksheetMatch(handIn, [], null);
                var content = knownContent is null ? Fingerprint.OfContent(source, handIn)
                    : knownContent.GetValueOrDefault(match.HandIn.Key, "");
                handIns.Add(new PlannedHandIn(match.HandIn, match.Rows, content));
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

    /// <summary>The hand-in of that key; <c>null</c> where there is none.</summary>
    public PlannedHandIn? Find(string key) => _byKey.GetValueOrDefault(key);

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
