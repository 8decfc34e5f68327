using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Removes, inserts and moves items of lists and keys of mappings.</summary>
internal static class ItemEdit
{
    /// <param name="source">The text.</param>
    /// <param name="nodes">The way to what is to go, which is the last.</param>
    /// <param name="parts">The way in words.</param>
    public static string? Remove(string source, IReadOnlyList<YamlNode> nodes, IReadOnlyList<string> parts)
    {
        if (nodes.Count < 2)
            return null;
        switch (nodes[^2])
        {
            case YamlList { Items.Count: 1 } or YamlMap { Entries.Count: 1 }:
                return Remove(source, [.. nodes.SkipLast(1)], [.. parts.SkipLast(1)]);
            case YamlList { IsFlow: true } list:
                return RemoveInFlow(source, [.. list.Items.Select(i => i.Span)], YamlPath.Index(parts[^1])!.Value);
            case YamlMap { IsFlow: true } map:
                return RemoveInFlow(source, [.. map.Entries.Select(SpanOf)], IndexOf(map, parts[^1]));
            case YamlList when DashOf(source, nodes[^1]) is { } dash:
                return source.Remove(Lines.StartOf(source, dash), Lines.NextOf(source, nodes[^1].Span.End) - Lines.StartOf(source, dash));
            case YamlMap map:
                return RemoveEntry(source, map, IndexOf(map, parts[^1]));
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether removing a value would remove an item of a list or an entry named by its place, and so move those behind it.
    /// </summary>
    public static bool IsAlone(IReadOnlyList<YamlNode> nodes, IReadOnlyList<string> parts)
    {
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (nodes[i - 1] is YamlList { Items.Count: > 1 } || parts[i - 1].StartsWith('#'))
                return true;
            if (nodes[i - 1] is not (YamlList or YamlMap { Entries.Count: 1 }))
                return false;
        }
        return true;
    }

    /// <summary>Inserts an item among others.</summary>
    public static string? Insert(string source, YamlNode node, int index, IReadOnlyList<string> lines)
    {
        if (node is not YamlList { Items: var items } list || (items.Count == 0 && !list.IsFlow))
            return null;
        index = Math.Min(index, items.Count);
        if (list.IsFlow)
        {
            return FlowOf(lines) is not { } item ? null
                : items.Count == 0 ? source.Insert(list.Span.Start + 1, item)
                : index < items.Count ? source.Insert(items[index].Span.Start, item + ", ")
                : source.Insert(items[^1].Span.End, ", " + item);
        }
        if (DashOf(source, items[0]) is not { } first)
            return null;
        var block = Block(lines, first - Lines.StartOf(source, first));
        if (index == items.Count)
            return source.Insert(Lines.EndOf(source, items[^1].Span.End), "\n" + block);
        return DashOf(source, items[index]) is { } dash
            ? source.Insert(Lines.WithComments(source, Lines.StartOf(source, dash)), block + "\n")
            : null;
    }

    /// <summary>Begins a list with its first item.</summary>
    public static string? Begin(string source, YamlNode node, string key, IReadOnlyList<string> lines) => node switch
    {
        YamlMap { IsFlow: false } => AddKey(source, node, key, Block(lines, 0).Split('\n')),
        YamlMap { IsFlow: true } map when FlowOf(lines) is { } item && map.Entries.All(e => e.Key.Value != key) =>
            source.Insert(map.Entries.Count > 0 ? map.Entries[^1].Value.Span.End : map.Span.End - 1,
                $"{(map.Entries.Count > 0 ? ", " : "")}{key}: [{item}]"),
        _ => null,
    };

    /// <summary>Adds a key with lines below it, above what holds the questions and criteria.</summary>
    public static string? AddKey(string source, YamlNode node, string key, IReadOnlyList<string> lines)
    {
        if (node is not YamlMap { IsFlow: false } map)
            return null;
        var margin = new string(' ', map.Entries[0].Key.Place.Column - 1);
        var body = string.Join('\n', lines.Select(line => line.Length == 0 ? "" : $"{margin}  {line}"));
        // A key that stands there without a value gets one.
        if (map.Entries.FirstOrDefault(e => e.Key.Value == key) is { } empty)
            return source.Insert(Lines.EndOf(source, empty.Key.Span.End), "\n" + body);
        var above = map.Entries.TakeWhile(e => e.Key.Value is not ("questions" or "criteria")).LastOrDefault() ?? map.Entries[^1];
        return source.Insert(Lines.EndOf(source, SpanOf(above).End), $"\n{margin}{key}:\n{body}");
    }

    /// <summary>Swaps an item with the one above, each with the comments right above it.</summary>
    public static string? MoveUp(string source, YamlNode parent, string part)
    {
        if (parent is not YamlList { IsFlow: false } list || YamlPath.Index(part) is not (> 0 and var index) || index >= list.Items.Count
            || BlockOf(source, list.Items[index - 1]) is not { } upper || BlockOf(source, list.Items[index]) is not { } lower
            || upper.End > lower.Start)
            return null;
        return source[..upper.Start] + source[lower.Start..lower.End] + source[upper.End..lower.Start] + source[upper.Start..upper.End]
            + source[lower.End..];
    }

    private static TextSpan? BlockOf(string source, YamlNode item) => DashOf(source, item) is { } dash
        ? new TextSpan(Lines.WithComments(source, Lines.StartOf(source, dash)), Lines.EndOf(source, item.Span.End))
        : null;

    // An item of several lines in one, if that says the same.
    private static string? FlowOf(IReadOnlyList<string> lines)
    {
        if (lines.Count == 1)
            return lines[0];
        var flow = $"{{{string.Join(", ", lines)}}}";
        var item = YamlTree.Parse(string.Join('\n', lines), new RubricErrorList(""));
        var same = YamlTree.Parse(flow, new RubricErrorList(""));
        return item is not null && YamlEquality.Same(item, same) ? flow : null;
    }

    private static string Block(IReadOnlyList<string> lines, int column) => string.Join(
        '\n', lines.Select((line, i) => line.Length == 0 ? "" : new string(' ', column) + (i == 0 ? "- " : "  ") + line));

    private static string? RemoveEntry(string source, YamlMap map, int index)
    {
        var entry = map.Entries[index];
        var start = Lines.StartOf(source, entry.Key.Span.Start);
        // The first key of an item stands behind its dash, which the next key inherits.
        if (source.AsSpan(start, entry.Key.Span.Start - start).Trim().Length > 0)
            return map.Entries.Count > index + 1 ? source.Remove(entry.Key.Span.Start, map.Entries[index + 1].Key.Span.Start
                - entry.Key.Span.Start) : null;
        return source.Remove(start, Lines.NextOf(source, SpanOf(entry).End) - start);
    }

    private static string RemoveInFlow(string source, IReadOnlyList<TextSpan> spans, int index) => index + 1 < spans.Count
        ? source.Remove(spans[index].Start, spans[index + 1].Start - spans[index].Start)
        : source.Remove(spans[index - 1].End, spans[index].End - spans[index - 1].End);

    // The dash of an item of a block; null where something else stands before it on its line, such as another dash.
    private static int? DashOf(string source, YamlNode item)
    {
        var at = item.Span.Start - 1;
        while (at >= 0 && source[at] == ' ')
            at--;
        return at >= 0 && source[at] == '-' && source.AsSpan(Lines.StartOf(source, at), at - Lines.StartOf(source, at)).Trim().Length == 0
            ? at : null;
    }

    private static int IndexOf(YamlMap map, string part)
    {
        var entry = YamlPath.Entry(map, part);
        return map.Entries.Index().First(e => entry is null ? e.Item.Key.Value == part : ReferenceEquals(e.Item, entry)).Index;
    }

    private static TextSpan SpanOf(YamlEntry entry) => new(entry.Key.Span.Start, Math.Max(entry.Key.Span.End, entry.Value.Span.End));
}
