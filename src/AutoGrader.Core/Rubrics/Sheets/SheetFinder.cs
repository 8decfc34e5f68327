using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>
/// Finds the questions of an exercise sheet in its text (Markdown, or as read from a PDF): tasks with a number ("Task 3: Attention",
/// "Aufgabe 3") and numbered items below them, with points such as "(2P)" or "[1.5 points]". What it does not recognise it leaves out;
/// nothing is guessed but the order. Pure and linear.
/// </summary>
public static partial class SheetFinder
{
    private const int MostQuestions = 100;
    private const int MostCharacters = 500_000;

    private static readonly string[] German = ["der", "die", "das", "und", "eine", "warum", "geben", "sie", "welche", "aufgabe"];
    private static readonly string[] English = ["the", "and", "of", "why", "what", "which", "give", "is", "task", "question"];

    /// <summary>Finds what is there.</summary>
    /// <param name="text">The text, a block or paragraph on each line.</param>
    public static FoundSheet Find(string text)
    {
        var lines = (text.Length > MostCharacters ? text[..MostCharacters] : text).ReplaceLineEndings("\n").Split('\n')
            .Select(Plain).ToList();
        var title = lines.Find(l => SheetTitle().IsMatch(l)) ?? "";
        return new FoundSheet(title, LanguageOf(lines), [.. Questions(lines).Take(MostQuestions)]);
    }

    private static IEnumerable<FoundQuestion> Questions(List<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (Task().Match(lines[at]) is not { Success: true } task)
                continue;
            var end = lines.FindIndex(at + 1, l => Task().IsMatch(l));
            var below = lines[(at + 1)..(end < 0 ? lines.Count : end)];
            var (name, number) = (Without(task.Groups["title"].Value), task.Groups["number"].Value);
            var items = Items(below, number);
            if (items.Count == 0)
                yield return Question(number, name, [lines[at][(task.Groups["number"].Index + number.Length)..], .. below]);
            foreach (var (id, content) in items)
                yield return Question(id, name, content);
        }
    }

    // Items count up from one; other numbers at the beginning of a line belong to lists in a solution.
    private static List<(string Id, List<string> Lines)> Items(List<string> lines, string task)
    {
        var items = new List<(string Id, List<string> Lines)>();
        foreach (var line in lines)
        {
            var next = (items.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (Item().Match(line) is { Success: true } item && IsNext(item.Groups["number"].Value, task, items.Count))
                items.Add(($"{task}.{next}", [line[item.Length..]]));
            else if (items.Count > 0)
                items[^1].Lines.Add(line);
        }
        return items;
    }

    private static bool IsNext(string number, string task, int before) =>
        number == (before + 1).ToString(CultureInfo.InvariantCulture)
        || number == string.Create(CultureInfo.InvariantCulture, $"{task}.{before + 1}")
        || (number.Length == 1 && number[0] == 'a' + before);

    private static FoundQuestion Question(string id, string title, IReadOnlyList<string> lines)
    {
        var whole = string.Join('\n', lines);
        var marked = Solution().Match(whole);
        var asked = marked.Success ? whole[..marked.Index] : whole;
        var solution = marked.Success ? whole[(marked.Index + marked.Length)..].Trim().TrimEnd(']').Trim() : "";
        var text = Spaces().Replace(PointsText().Replace(asked, ""), " ").Trim(' ', ':');
        return new FoundQuestion(id, title, text, PointsIn(asked), solution.Length > 0 ? Blank().Replace(solution, "\n\n") : null);
    }

    private static Points? PointsIn(string text) => PointsText().Match(text) is { Success: true } match
        && decimal.TryParse(match.Groups["points"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var value)
        ? Points.TryFromValue(value) : null;

    private static string Without(string text) => PointsText().Replace(text, "").Trim(' ', ':', '-', '–', '.');

    // Headings, bullets before numbers and emphasis are layout.
    private static string Plain(string line) =>
        Layout().Replace(line, "").Replace("**", "", StringComparison.Ordinal).Trim();

    private static Language LanguageOf(List<string> lines)
    {
        var words = lines.SelectMany(l => l.Split(' ')).Select(w => w.Trim('.', ',', ':', '?').ToLowerInvariant()).ToList();
        return words.Count(w => German.Contains(w, StringComparer.Ordinal)) > words.Count(w => English.Contains(w, StringComparer.Ordinal))
            ? Language.German : Language.English;
    }

    [GeneratedRegex(@"\b(exercise\s+sheet|sheet|assignment|homework|übungsblatt|blatt|hausaufgabe)\b.*\d", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SheetTitle();

    [GeneratedRegex(
        @"^(?:task|exercise|question|problem|aufgabe|frage)\s+(?<number>\d{1,3}(?:\.\d{1,3})?)(?:\s*[:.)–-]\s*|\s*$|\s+)(?<title>[^\n]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Task();

    [GeneratedRegex(@"^\(?(?<number>\d{1,3}\.\d{1,3}|\d{1,3}|[a-z])[.)]?[.)]?\s+", RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"[(\[]\s*(?<points>\d{1,3}(?:[.,]5)?)\s*(?:p|pts?|pkte?|punkte?|points?)\.?\s*[)\]]", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PointsText();

    [GeneratedRegex(@"\[?\b(?:solution|lösung)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking)]
    private static partial Regex Solution();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|[-*]\s+(?=\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
