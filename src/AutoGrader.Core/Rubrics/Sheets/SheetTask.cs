using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>A task of a sheet: its heading and the lines below it.</summary>
/// <param name="Number">Its number as printed.</param>
/// <param name="Title">What it is called; empty where it is not.</param>
/// <param name="Points">What the heading says.</param>
/// <param name="IsBonus">Whether the heading says that it is a bonus.</param>
/// <param name="Below">The lines below the heading.</param>
internal sealed partial record SheetTask(string Number, string Title, SheetPoints? Points, bool IsBonus, IReadOnlyList<string> Below)
{
    /// <summary>The tasks of a sheet and where the first begins: "Task 3: …", or where there are none such, "3. … (2 points)".</summary>
    public static (IReadOnlyList<SheetTask> Tasks, int First) All(IReadOnlyList<string> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var headings = lines.Index().Select(l => (l.Index, Match: Heading(l.Item)))
            .Where(h => h.Match is not null && seen.Add(h.Match.Groups["number"].Value)).ToList();
        if (headings.Count == 0)
            headings = [.. Numbered(lines)];
        var ends = headings.Skip(1).Select(h => h.Index).Append(lines.Count);
        return ([.. headings.Zip(ends, (h, end) => Of(h.Match!, [.. lines.Skip(h.Index + 1).Take(end - h.Index - 1)]))],
            headings.Count > 0 ? headings[0].Index : lines.Count);
    }

    /// <summary>Whether a line looks like the heading of a task.</summary>
    public static bool IsHeading(string line) => Heading(line) is not null
        || (Counted().Match(line) is { Success: true } match && SheetPoints.All(match.Groups["title"].Value, isHeading: true).Count > 0);

    private static Match? Heading(string line) => Named().Match(line) is { Success: true } match
        // "Exercise 2 of the last sheet" is a sentence.
        && (match.Groups["mark"].Success || match.Groups["title"].Value is "" or ['(' or '[' or >= 'A' and <= 'Z' or 'Ä' or 'Ö' or 'Ü', ..])
        ? match : null;

    private static IEnumerable<(int Index, Match? Match)> Numbered(IReadOnlyList<string> lines)
    {
        var next = 1;
        foreach (var (index, line) in lines.Index())
        {
            if (Counted().Match(line) is not { Success: true } match
                || match.Groups["number"].Value != next.ToString(CultureInfo.InvariantCulture)
                || SheetPoints.All(match.Groups["title"].Value, isHeading: true).Count == 0)
                continue;
            next++;
            yield return (index, match);
        }
    }

    private static SheetTask Of(Match match, IReadOnlyList<string> below)
    {
        var whole = match.Groups["title"].Value;
        var (title, points, behind) = SheetPoints.Heading(whole);
        // A number may count questions as well as tasks: the one is a sentence, the other a heading of something.
        var isQuestion = match.Groups["counted"].Success
            && (title.TrimEnd() is [.., '.' or '?' or '!' or ':'] || below.All(string.IsNullOrWhiteSpace));
        return new SheetTask(
            match.Groups["number"].Value, isQuestion ? "" : title.Trim(' ', ':', '-', '–', '.', '*'), points, match.Groups["bonus"].Success,
            isQuestion ? [whole, .. below] : [behind, .. below]);
    }

    [GeneratedRegex(
        @"^(?:(?<bonus>bonus|zusatz)[\s-]*)?(?:task|exercise|question|problem|aufgabe|frage|übung)\s+"
            + @"(?<number>\d{1,3}(?:\.\d{1,3})?)(?<bonus>\*)?(?:(?<mark>\s*[:.)–-])\s*|\s*$|\s+)(?<title>[^\n]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?<counted>)(?<number>\d{1,2})[.)]?\s+(?<title>[^\n]+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Counted();
}
