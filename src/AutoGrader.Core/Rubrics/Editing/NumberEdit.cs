using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Replaces lists of numbers and matrices: where their size stays, only the entries that change.</summary>
internal static class NumberEdit
{
    /// <summary>The rows of a list of numbers or of lists of numbers; <c>null</c> for everything else.</summary>
    public static IReadOnlyList<IReadOnlyList<YamlScalar>>? Rows(YamlNode? node) => node switch
    {
        YamlList list when list.Items.All(i => i is YamlScalar) => [[.. list.Items.Cast<YamlScalar>()]],
        YamlList list when list.Items.All(i => i is YamlList row && row.Items.All(e => e is YamlScalar)) =>
            [.. list.Items.Select(i => i.Items().Cast<YamlScalar>().ToList())],
        _ => null,
    };

    /// <param name="source">The text.</param>
    /// <param name="node">The list or matrix as it is.</param>
    /// <param name="rows">What it is to be.</param>
    public static string? Replace(string source, YamlList node, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (Rows(node) is { } old && old.Select(r => r.Count).SequenceEqual(rows.Select(r => r.Count)))
        {
            // From the end on, so that the places of the others stay.
            var edited = source;
            foreach (var (entry, value) in old.SelectMany(r => r).Zip(rows.SelectMany(r => r)).Reverse())
                edited = NumberRows.Same(entry.Value, value) ? edited : edited[..entry.Span.Start] + value + edited[entry.Span.End..];
            return edited;
        }
        var isMatrix = node.Items is [YamlList, ..];
        return source[..node.Span.Start] + (node.IsFlow ? Flow(rows, isMatrix) : Block(node, rows, isMatrix)) + source[node.Span.End..];
    }

    /// <summary>A list in brackets.</summary>
    public static string Flow(IReadOnlyList<IReadOnlyList<string>> rows, bool isMatrix) =>
        isMatrix ? $"[{string.Join(", ", rows.Select(Row))}]" : Row([.. rows.SelectMany(r => r)]);

    private static string Block(YamlList node, IReadOnlyList<IReadOnlyList<string>> rows, bool isMatrix) => string.Join(
        "\n" + new string(' ', node.Place.Column - 1),
        (isMatrix ? rows.Select(Row) : rows.SelectMany(r => r)).Select(item => "- " + item));

    private static string Row(IReadOnlyList<string> row) => $"[{string.Join(", ", row)}]";
}
