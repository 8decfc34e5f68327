using AutoGrader.Documents.Archives;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Documents.Intake;

/// <summary>Sorts the files of an input into hand-ins.</summary>
internal sealed record HandInListing(IReadOnlyList<HandIn> HandIns, IReadOnlyList<string> Remarks)
{
    /// <summary>Endings of files that lie beside hand-ins but are none.</summary>
    private static readonly string[] Companions =
        [".csv", ".tsv", ".txt", ".md", ".json", ".yaml", ".yml", ".html", ".htm", ".xlsx", ".xls", ".ods", ".log", ".ini"];

    /// <summary>Everything belongs to the one hand-in whose name the input has.</summary>
    public static HandInListing Single(HandInFile file) => new([new HandIn { Key = file.Name, Files = [file] }], []);

    /// <summary>Every file is a hand-in of its own, known by its path.</summary>
    public static HandInListing Plain(IEnumerable<HandInFile> files)
    {
        var handIns = new List<HandIn>();
        var remarks = new List<string>();
        foreach (var same in files.Where(f => !JunkFiles.IsJunk(f.Path)).GroupBy(f => f.Path).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (Companions.Contains(Path.GetExtension(same.Key), StringComparer.OrdinalIgnoreCase))
                remarks.Add($"“{same.Key}” was left aside: by its ending it is no hand-in.");
            else
                handIns.Add(new HandIn { Key = same.Key, Files = [.. same] });
            if (same.Count() > 1)
                remarks.Add($"“{same.Key}” occurs {same.Count()} times in the input.");
        }
        return new(handIns, remarks);
    }

    /// <summary>The files of a Moodle export, by participant or group number; a hand-in without number is kept under its name.</summary>
    public static HandInListing Moodle(IReadOnlyList<HandInFile> files)
    {
        var parsed = files.Select(f => (File: f, Entry: MoodleEntry.TryParse(f.Path))).ToArray();
        var remarks = parsed.Where(p => p.Entry is null && !JunkFiles.IsJunk(p.File.Path))
            .Select(p => $"“{p.File.Path}” belongs to no participant by its name and was left aside.")
            .Order(StringComparer.Ordinal)
            .ToList();
        var groups = parsed.Where(p => p.Entry is not null)
            .GroupBy(p => p.Entry!.Number ?? "unassigned-" + p.Entry!.Name, p => (p.File, Entry: p.Entry!))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        var isAnonymous = IsAnonymous([.. groups.Select(g => g.First().Entry.Name)]);
        return new([.. groups.Select(g => ToHandIn(g.Key, [.. g], isAnonymous, remarks))], remarks);
    }

    /// <summary>The word for "participant" may be in any language: one single word as everybody's name is that word.</summary>
    private static bool IsAnonymous(string[] names) =>
        names.All(MoodleNames.IsAnonymous) || names.Length >= 3 && names.Distinct().Count() == 1 &&
            !names[0].Contains(' ', StringComparison.Ordinal);

    private static HandIn ToHandIn(string key, (HandInFile File, MoodleEntry Entry)[] entries, bool isAnonymous, List<string> remarks)
    {
        var number = entries[0].Entry.Number;
        var names = entries.Select(e => e.Entry.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (number is null)
            remarks.Add(
                $"“{names[0]}” has no participant number (Moodle's default group: students in no group or in several); who handed in " +
                "must be looked up in Moodle.");
        if (names.Length > 1)
            remarks.Add($"Participant {key} occurs under several names: {string.Join(", ", names.Select(n => $"“{n}”"))}.");
        var files = entries.Where(e => e.Entry.Plugin == "file" && !JunkFiles.IsJunk(e.Entry.Path))
            .Select(e => e.File with { Path = e.Entry.Path })
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToArray();
        foreach (var same in files.GroupBy(f => f.Path).Where(g => g.Count() > 1))
            remarks.Add($"Participant {key} has {same.Count()} files under the same path “{same.Key}”; all are kept.");
        foreach (var other in entries.Where(e => e.Entry.Plugin is not ("file" or "onlinetext")))
            remarks.Add($"“{other.Entry.Path}” of participant {key} was handed in through “{other.Entry.Plugin}”, which is not read.");
        return new HandIn
        {
            Key = key,
            ParticipantNumber = number,
            Name = isAnonymous ? null : names[0],
            IsGroup = number is null,
            Files = files,
            HasOnlineText = entries.Any(e => e.Entry.Plugin == "onlinetext"),
        };
    }
}
