using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Replaces a value, or adds a key with one.</summary>
internal static class ValueEdit
{
    private const int Step = 2;

    /// <param name="source">The text.</param>
    /// <param name="nodes">The way to the value, which is the last.</param>
    /// <param name="value">What it is to be.</param>
    public static string? Replace(string source, IReadOnlyList<YamlNode> nodes, string value)
    {
        var isInFlow = nodes.SkipLast(1).Any(IsFlow);
        switch (nodes[^1])
        {
            case YamlScalar { Span: var span } when span.End > span.Start:
                return source[..span.Start] + Text(value, isInFlow, nodes[^2]) + source[span.End..];
            // A key without a value, if only blanks follow.
            case YamlScalar { Span: var span } when source.AsSpan(span.Start, Lines.EndOf(source, span.Start) - span.Start).Trim().IsEmpty:
                return source.Insert(span.Start, " " + Text(value, isInFlow, nodes[^2]));
            case YamlList { IsFlow: true, Span: var span } when IsList(value):
                return source[..span.Start] + value + source[span.End..];
            default:
                return null;
        }
    }

    /// <summary>Puts a list in brackets where something else stands.</summary>
    public static string? ReplaceByList(string source, YamlNode node, string list) => node is YamlScalar { Span: var span }
        ? source[..span.Start] + (span.End == span.Start && source[span.Start - 1] == ':' ? " " : "") + list + source[span.End..]
        : null;

    /// <param name="source">The text.</param>
    /// <param name="nodes">The way as far as it exists.</param>
    /// <param name="parts">The whole way.</param>
    /// <param name="value">What is to be at its end.</param>
    public static string? Add(string source, IReadOnlyList<YamlNode> nodes, IReadOnlyList<string> parts, string value)
    {
        // "hint/en" where there is no hint: all that is missing, in braces.
        var missing = parts.Skip(nodes.Count - 1).ToList();
        if (nodes[^1] is not YamlMap map || missing.Exists(m => m.StartsWith('#') || YamlPath.Index(m) is not null))
            return null;
        var isInFlow = missing.Count > 1 || nodes.Any(IsFlow);
        var text = missing.Skip(1).Reverse().Aggregate(
            IsList(value) ? value : Text(value, isInFlow, map), (t, key) => $"{{{Key(key)}: {t}}}");
        var entry = $"{Key(missing[0])}: {text}";
        if (map.IsFlow)
            return source.Insert(map.Span.End - 1, map.Entries.Count > 0 ? $", {entry}" : entry);
        var margin = new string(' ', map.Entries[0].Key.Place.Column - 1);
        // Above the lists of parts, which are long, and below what there is before.
        var below = map.Entries.TakeWhile(e => e.Value is not YamlList { IsFlow: false, Items: [YamlMap, ..] }).LastOrDefault();
        return below is null
            ? source.Insert(map.Span.Start, $"{entry}\n{margin}")
            : source.Insert(Lines.EndOf(source, below.Value.Span.End), $"\n{margin}{entry}");
    }

    private static string Key(string key) => YamlText.Scalar(key, isInFlow: true);

    private static string Text(string value, bool isInFlow, YamlNode parent)
    {
        var column = parent is YamlMap { Entries: [var first, ..] } ? first.Key.Place.Column : parent.Place.Column;
        return isInFlow ? YamlText.Scalar(value, isInFlow) : YamlText.Literal(value, column - 1 + Step) ?? YamlText.Scalar(value, isInFlow);
    }

    private static bool IsList(string value) =>
        value.StartsWith('[') && !value.Contains('\n') && YamlTree.Parse(value, new RubricErrorList("")) is YamlList { IsFlow: true };

    private static bool IsFlow(YamlNode node) => node is YamlMap { IsFlow: true } or YamlList { IsFlow: true };
}
