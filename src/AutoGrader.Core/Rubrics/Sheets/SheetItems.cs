using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>
/// The numbered items of a task, which count up from one in one style: "1.", "3.1", "a)", "(ii)". Other numbers at the beginning of a line
/// belong to lists within a question or its solution.
/// </summary>
internal static partial class SheetItems
{
    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private static readonly Func<string, int, string?>[] Styles =
    [
        (task, n) => string.Create(CultureInfo.InvariantCulture, $"{task}.{n}"),
        (_, n) => n.ToString(CultureInfo.InvariantCulture),
        (_, n) => n <= 26 ? ((char)('a' + n - 1)).ToString() : null,
        (_, n) => Roman.ElementAtOrDefault(n - 1),
    ];

    /// <summary>The lines before the first item, and those of each item in the style that fits best.</summary>
    public static (IReadOnlyList<string> Before, IReadOnlyList<IReadOnlyList<string>> Items) Of(IReadOnlyList<string> lines, string task) =>
        Styles.Select(style => Cut(lines, n => style(task, n)))
            .MaxBy(cut => (cut.Items.Count(i => SheetPoints.All(string.Join('\n', i)).Count > 0), cut.Items.Count));

    /// <summary>Whether a line begins like an item.</summary>
    public static bool IsItem(string line) => Number(line) is not null;

    private static (IReadOnlyList<string> Before, IReadOnlyList<IReadOnlyList<string>> Items) Cut(
        IReadOnlyList<string> lines, Func<int, string?> number)
    {
        var before = new List<string>();
        var items = new List<List<string>>();
        foreach (var line in lines)
        {
            if (Number(line) is { } item && item.Groups["number"].Value == number(items.Count + 1))
                items.Add([line[item.Length..]]);
            else
                (items.Count > 0 ? items[^1] : before).Add(line);
        }
        return (before, items);
    }

    // A number alone may begin a line by chance, as in "2 factors"; one in brackets with nothing behind it is that of an equation.
    private static Match? Number(string line) => Item().Match(line) is { Success: true } match
        && (match.Groups["close"].Length > 0 || match.Groups["number"].Value.Contains('.', StringComparison.Ordinal))
        && !(match.Length == line.Length && line[0] == '(' && char.IsAsciiDigit(match.Groups["number"].Value[0])) ? match : null;

    [GeneratedRegex(
        @"^(?:(?:part|teil)\s+)?\(?(?<number>\d{1,3}(?:\.\d{1,3}){0,2}|[a-z]|[ivx]{2,5})(?<close>[.)]{0,2})(?:\s+|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
