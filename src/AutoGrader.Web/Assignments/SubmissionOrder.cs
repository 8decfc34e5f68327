using System.Globalization;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Web.Assignments;

/// <summary>Order and selection of a list of submissions, as its address says them.</summary>
internal sealed record SubmissionOrder(string? By, bool Descending, SubmissionStatus? Status, int Page)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 100;

    public List<SubmissionRow> Apply(IEnumerable<SubmissionRow> rows, CultureInfo culture)
    {
        var names = StringComparer.Create(culture, ignoreCase: true);
        var selected = Status is { } status ? rows.Where(r => r.Status == status) : rows;
        var ordered = By switch
        {
            "participant" => selected.Order(Comparer<SubmissionRow>.Create((a, b) => ByNumber(a.Participant, b.Participant))),
            "points" => selected.OrderBy(r => r.Points?.HalfPoints ?? -1).ThenBy(r => r.Title, names),
            "open" => selected.OrderBy(r => r.Open).ThenBy(r => r.Title, names),
            "status" => selected.OrderBy(r => r.Status).ThenBy(r => r.Title, names),
            _ => selected.OrderBy(r => r.Title, names).ThenBy(r => r.Participant, StringComparer.Ordinal),
        };
        return Descending ? [.. ordered.Reverse()] : [.. ordered];
    }

    /// <summary>The part of the address after <c>?</c> for another order, selection or page.</summary>
    public string Query(string? by = null, bool? descending = null, SubmissionStatus? status = null, bool all = false, int page = 1)
    {
        var parts = new List<string>();
        var wanted = all ? null : status ?? Status;
        if ((by ?? By) is { } column)
            parts.Add($"by={column}");
        if (descending ?? Descending)
            parts.Add("down=true");
        if (wanted is { } only)
            parts.Add($"status={only}");
        if (page > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return "?" + string.Join('&', parts);
    }

    private static int ByNumber(string left, string right) =>
        left.Length != right.Length && left.All(char.IsAsciiDigit) && right.All(char.IsAsciiDigit)
            ? left.Length.CompareTo(right.Length)
            : string.CompareOrdinal(left, right);
}
