using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>
/// Finds the questions of an exercise sheet in its text (Markdown, or as read from a PDF): tasks with a number ("Task 3: Attention",
/// "Aufgabe 3") and numbered items below them, with points such as "(2P)" or "[1.5 points]". What it does not recognise it leaves out;
/// nothing is guessed but the order, and what does not fit together is told. Pure and linear.
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
        var (tasks, first) = SheetTask.All(lines);
        var table = SheetTable.Of(lines);
        var doubts = new List<string>();
        var questions = tasks.SelectMany(task => Questions(task, table, doubts)).Take(MostQuestions).ToList();
        Check(lines, first, questions, doubts);
        return new FoundSheet(TitleOf(lines), LanguageOf(lines), questions, doubts);
    }

    // Headings, bullets before numbers and emphasis are layout.
    internal static string Plain(string line) =>
        Layout().Replace(line, "").Replace("**", "", StringComparison.Ordinal).Trim();

    private static List<FoundQuestion> Questions(SheetTask task, IReadOnlyDictionary<string, Points> table, List<string> doubts)
    {
        var (before, items) = SheetItems.Of(task.Below, task.Number);
        var own = task.Points ?? (SheetPoints.All(string.Join('\n', items.Count > 0 ? before : [])) is [var above, ..] ? above : null);
        Points? declared = own?.Regular ?? (own is null && table.TryGetValue(task.Number, out var inTable) ? inTable : null);
        if (task.IsBonus || own is { Bonus: not null })
            doubts.Add($"{task.Number}: it has bonus points, which a rubric does not know: decide whether they belong here.");
        if (items.Count == 0)
        {
            var only = Question(task.Number, task.Title, task.Below, isBare: false, doubts, isTask: task.Points is not null);
            return [only with { Points = declared ?? own?.Bonus ?? only.Points, Text = only.Text.Length > 0 ? only.Text : task.Title }];
        }
        var isBare = declared is not null && BareSum(items) == declared;
        var questions = items.Select((item, i) => Question(
            string.Create(CultureInfo.InvariantCulture, $"{task.Number}.{i + 1}"), task.Title, item, isBare, doubts)).ToList();
        var sum = Points.Sum(questions.Select(q => q.Points ?? Points.Zero));
        if (declared is { } points && points != sum)
            doubts.Add($"{task.Number}: the sheet gives it {points} points, but {sum} were found in its questions.");
        return questions;
    }

    // Numbers in brackets are points where all items have one, no other points, and the sum is the task's.
    private static Points? BareSum(IReadOnlyList<IReadOnlyList<string>> items)
    {
        var texts = items.Select(item => Asked(string.Join('\n', item)).Asked).ToList();
        var bare = texts.Select(SheetPoints.Bare).ToList();
        return texts.Exists(t => SheetPoints.All(t).Count > 0) || bare.Contains(null) ? null : Points.Sum(bare.Select(b => b!.Value));
    }

    private static FoundQuestion Question(
        string id, string title, IReadOnlyList<string> lines, bool isBare, List<string> doubts, bool isTask = false)
    {
        var (asked, solution) = Asked(string.Join('\n', lines));
        var points = SheetPoints.All(asked);
        if (points.Count > 1 && !isTask)
            doubts.Add($"{id}: points stand in it {points.Count} times; the first are taken.");
        if (SheetPoints.All(solution).Count > 0)
            doubts.Add($"{id}: points stand in its solution; perhaps a question is hidden there.");
        if (SheetPoints.AreMentioned(SheetPoints.Without(asked)))
            doubts.Add($"{id}: its text speaks of points; perhaps another question is hidden there.");
        var text = isBare ? SheetPoints.WithoutBare(asked) : SheetPoints.Without(asked);
        return new FoundQuestion(
            id, title, Spaces().Replace(text, " ").Trim(' ', ':'),
            isBare ? SheetPoints.Bare(asked) : points is [var first, ..] ? first.Regular ?? first.Bonus : null,
            solution.Length > 0 ? Blank().Replace(solution, "\n\n") : null);
    }

    private static (string Asked, string Solution) Asked(string whole)
    {
        var marked = Solution().Match(whole);
        return marked.Success ? (whole[..marked.Index], whole[(marked.Index + marked.Length)..].Trim().TrimEnd(']').Trim()) : (whole, "");
    }

    private static void Check(List<string> lines, int first, List<FoundQuestion> questions, List<string> doubts)
    {
        var total = lines.Select(SheetPoints.Total).FirstOrDefault(t => t is not null);
        var sum = Points.Sum(questions.Select(q => q.Points ?? Points.Zero));
        if (total is { } points && points != sum && questions.Count > 0)
            doubts.Add($"The sheet says {points} points in all, but {sum} were found.");
        if (questions.Count > 0)
            doubts.AddRange(lines.Take(first).Where(l => SheetPoints.Total(l) is null && SheetPoints.All(l).Count > 0)
                .Select(l => $"Points stand before the first question: {(l.Length > 60 ? l[..60] + "…" : l)}"));
    }

    private static string TitleOf(List<string> lines) =>
        lines.Select(l => FrontMatter().Match(l) is { Success: true } front ? front.Groups[1].Value : l)
            .FirstOrDefault(SheetTitle().IsMatch) ?? "";

    private static Language LanguageOf(List<string> lines)
    {
        var words = lines.SelectMany(l => l.Split(' ')).Select(w => w.Trim('.', ',', ':', '?').ToLowerInvariant()).ToList();
        return words.Count(w => German.Contains(w, StringComparer.Ordinal)) > words.Count(w => English.Contains(w, StringComparer.Ordinal))
            ? Language.German : Language.English;
    }

    [GeneratedRegex(
        @"\b(exercise\s+sheet|sheet|assignment|homework|problem\s+set|worksheet|übungsblatt|blatt|hausaufgabe|übung|serie)\b.*\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SheetTitle();

    [GeneratedRegex("""^title:\s*["']?([^"']*)["']?\s*$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\[?\b(?:solution|lösung)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking)]
    private static partial Regex Solution();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|[-*•–]\s+(?=\(?[\da-z]{1,4}[.)]))", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
