using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>The points of tasks where they stand in a table: a row "Task 1 2 3 Total" above a row "Points 4 6 5 15".</summary>
internal static partial class SheetTable
{
    /// <summary>The points by task; empty where there is no such table.</summary>
    public static IReadOnlyDictionary<string, Points> Of(IReadOnlyList<string> lines)
    {
        var rows = lines.Where(l => l.Any(char.IsLetterOrDigit)).ToList();
        foreach (var (above, below) in rows.Zip(rows.Skip(1)))
        {
            if (!Tasks().IsMatch(above) || !PointsRow().IsMatch(below))
                continue;
            var (tasks, points) = (Numbers(above), Numbers(below));
            var hasTotal = points.Count == tasks.Count + 1 && points.Take(tasks.Count).Sum() == points[^1];
            if (tasks.Count > 0 && (points.Count == tasks.Count || hasTotal) && tasks.Distinct().Count() == tasks.Count)
                return tasks.Zip(points).Where(p => Points.TryFromValue(p.Second) is not null)
                    .ToDictionary(p => p.First.ToString(CultureInfo.InvariantCulture), p => Points.FromValue(p.Second));
        }
        return new Dictionary<string, Points>();
    }

    private static List<decimal> Numbers(string line) =>
        [.. Number().Matches(line).Select(m => decimal.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^[|\s]*(?:tasks?|exercises?|questions?|problems?|aufgaben?|fragen?|nr\.?)[\s|:\[\]\d]+(?:[a-zäöüσ.∑]*)[\s|]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tasks();

    [GeneratedRegex(@"^[|\s]*(?:(?:max\.?|maximum|mögliche|erreichbare)\s*)?(?:points?|punkte?|p\.?|pts?\.?)[\s|:\[\]\d.,]+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PointsRow();

    [GeneratedRegex(@"\d{1,3}(?:[.,]5)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
