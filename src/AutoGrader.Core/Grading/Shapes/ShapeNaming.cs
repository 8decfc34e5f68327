namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Names shapes as read.</summary>
internal static class ShapeNaming
{
    /// <summary>The shapes as read: <c>Q n×d, K m×d</c>.</summary>
    public static string List(IEnumerable<ShapeStatement> statements) =>
        string.Join(", ", statements.Select(s => $"{s.Matrix} {s.Rows}×{s.Columns}"));

    /// <summary>Whether two symbols differ only in capitals: they may be one symbol, carelessly written.</summary>
    public static bool DifferInCaseOnly(IEnumerable<ShapeStatement> statements)
    {
        var symbols = statements.SelectMany(s => new[] { s.Rows, s.Columns }).Distinct().ToList();
        return symbols.Distinct(StringComparer.OrdinalIgnoreCase).Count() < symbols.Count;
    }
}
