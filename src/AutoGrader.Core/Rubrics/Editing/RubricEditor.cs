using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>
/// Changes one thing in a rubric's text and leaves every other character as it is: comments, layout, quotes. The text may have faults, as
/// long as it is YAML. Each change is read back; where it would not have said what was meant, there is none.
/// </summary>
public static class RubricEditor
{
    /// <inheritdoc cref="RubricText.Get"/>
    public static string? Get(string source, string path) => new RubricText(source).Get(path);

    /// <summary>
    /// Sets the text at a path, adding keys that are missing; an empty text removes the key, unless items that stand behind it would change
    /// their places.
    /// </summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="path">Keys and indices, joined by <c>/</c>.</param>
    /// <param name="value">The text.</param>
    /// <returns>The text with this change, or <c>null</c> where it cannot be made there.</returns>
    public static string? Set(string source, string path, string value)
    {
        value = value.ReplaceLineEndings("\n").TrimEnd();
        if (Get(source, path) == value)
            return source;
        if (Parse(source) is not { } root)
            return null;
        var parts = YamlPath.Parts(path);
        var nodes = YamlPath.Walk(root, parts);
        var edited = (nodes.Count > parts.Count, value.Length) switch
        {
            (true, 0) => ItemEdit.IsAlone(nodes, parts) ? null : ItemEdit.Remove(source, nodes, parts),
            (true, _) => ValueEdit.Replace(source, nodes, value),
            (false, 0) => source,
            _ => ValueEdit.Add(source, nodes, parts, value),
        };
        return edited is not null && (Get(edited, path) ?? "") == value ? edited : null;
    }

    /// <summary>Sets the items of a list of texts, those that stay being left as they are written.</summary>
    /// <inheritdoc cref="Set"/>
    public static string? SetLines(string source, string path, IReadOnlyList<string> items)
    {
        var old = new RubricText(source).GetLines(path);
        var same = 0;
        while (same < Math.Min(old.Count, items.Count) && old[same] == items[same])
            same++;
        var behind = 0;
        while (behind < Math.Min(old.Count, items.Count) - same && old[^(behind + 1)] == items[^(behind + 1)])
            behind++;
        var edited = (string?)source;
        var common = Math.Min(old.Count, items.Count) - same - behind;
        for (var i = same; i < same + common && edited is not null; i++)
            edited = Set(edited, $"{path}/{i}", items[i]);
        for (var i = old.Count - behind - 1; i >= same + common && edited is not null; i--)
            edited = Remove(edited, $"{path}/{i}");
        for (var i = same + common; i < items.Count - behind && edited is not null; i++)
            edited = Insert(edited, path, i, [YamlText.Scalar(items[i], isInFlow: true)]);
        return edited;
    }

    /// <summary>Sets a list of numbers or a matrix; where the size stays, the entries that change and no others.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="path">Keys and indices, joined by <c>/</c>.</param>
    /// <param name="value">A row on each line, entries with blanks between, or a list in brackets.</param>
    /// <param name="isMatrix">Whether there are rows.</param>
    /// <param name="problem">Why there is no text; <c>null</c> where there is, or it cannot be made there.</param>
    /// <returns>The text with this change, or <c>null</c>.</returns>
    public static string? SetNumbers(string source, string path, string value, bool isMatrix, out LocalizedText? problem)
    {
        problem = null;
        if (value.Trim().Length == 0)
            return Set(source, path, "");
        if (NumberRows.Parse(value) is not ({ } rows, null) || (!isMatrix && rows.Count > 1))
        {
            problem = NumberRows.Parse(value).Problem ?? new("All numbers belong on one line.", "Alle Zahlen gehören in eine Zeile.");
            return null;
        }
        if (Parse(source) is not { } root)
            return null;
        var parts = YamlPath.Parts(path);
        var nodes = YamlPath.Walk(root, parts);
        var flow = NumberEdit.Flow(rows, isMatrix);
        var edited = nodes.Count <= parts.Count ? ValueEdit.Add(source, nodes, parts, flow)
            : nodes[^1] is YamlList list ? NumberEdit.Replace(source, list, rows)
            : ValueEdit.ReplaceByList(source, nodes[^1], flow);
        var written = edited is null ? null : NumberEdit.Rows(YamlPath.Walk(Parse(edited) ?? root, parts)[^1]);
        return written is not null && rows.Select(r => r.Count).SequenceEqual(written.Select(r => r.Count))
            && rows.SelectMany(r => r).Zip(written.SelectMany(r => r)).All(p => NumberRows.Same(p.First, p.Second.Value)) ? edited : null;
    }

    /// <summary>Sets a number, of which <c>0,5</c> is written <c>0.5</c>.</summary>
    /// <inheritdoc cref="Set"/>
    public static string? SetNumber(string source, string path, string value) => Set(source, path, NumberRows.Single(value));

    /// <summary>Gives an entry of a mapping another key.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="path">The entry, named by its place.</param>
    /// <param name="key">The key.</param>
    /// <returns>The text with this change, or <c>null</c> where there is no such entry or another has that key.</returns>
    public static string? Rename(string source, string path, string key)
    {
        var parts = YamlPath.Parts(path);
        key = key.Trim();
        if (key.Length == 0 || parts.Count == 0 || Parse(source) is not { } root
            || YamlPath.Walk(root, [.. parts.SkipLast(1)]) is var nodes && nodes.Count < parts.Count
            || YamlPath.Entry(nodes[^1], parts[^1]) is not { Key: var old })
            return null;
        var edited = source[..old.Span.Start] + YamlText.Scalar(key, isInFlow: true) + source[old.Span.End..];
        return new RubricText(edited).GetKey(path) == key ? edited : null;
    }

    /// <summary>Adds a key with a value of several lines to a mapping that has none such.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="path">The key.</param>
    /// <param name="lines">The value in YAML.</param>
    /// <returns>The text with this change, or <c>null</c> where it cannot be made there.</returns>
    public static string? AddKey(string source, string path, IReadOnlyList<string> lines)
    {
        var parts = YamlPath.Parts(path);
        if (parts.Count == 0 || Parse(source) is not { } root || YamlPath.Walk(root, parts) is not { } nodes || nodes.Count != parts.Count)
            return null;
        var edited = ItemEdit.AddKey(source, nodes[^1], parts[^1], lines);
        return edited is not null && Parse(edited) is not null ? edited : null;
    }

    /// <summary>Removes an item of a list or a key with all below it; where it was the last of a list, the list's key as well.</summary>
    /// <inheritdoc cref="Set"/>
    public static string? Remove(string source, string path)
    {
        var parts = YamlPath.Parts(path);
        if (parts.Count == 0 || Parse(source) is not { } root || YamlPath.Walk(root, parts) is not { } nodes || nodes.Count <= parts.Count)
            return null;
        var edited = ItemEdit.Remove(source, nodes, parts);
        return edited is not null && Parse(edited) is not null ? edited : null;
    }

    /// <summary>Inserts an item into a list, which is made where it is missing.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="path">The list.</param>
    /// <param name="index">The place of the item among the others; behind the last one where it is larger.</param>
    /// <param name="lines">The item in YAML, without the dash; further lines are indented below the first.</param>
    /// <returns>The text with this change, or <c>null</c> where it cannot be made there.</returns>
    public static string? Insert(string source, string path, int index, IReadOnlyList<string> lines)
    {
        if (Parse(source) is not { } root)
            return null;
        var parts = YamlPath.Parts(path);
        var nodes = YamlPath.Walk(root, parts);
        var edited = nodes.Count > parts.Count ? ItemEdit.Insert(source, nodes[^1], index, lines)
            : nodes.Count == parts.Count ? ItemEdit.Begin(source, nodes[^1], parts[^1], lines)
            : null;
        return edited is not null && Parse(edited) is not null ? edited : null;
    }

    /// <summary>Lets an item of a list and the one above it change places.</summary>
    /// <inheritdoc cref="Set"/>
    public static string? MoveUp(string source, string path)
    {
        var parts = YamlPath.Parts(path);
        if (parts.Count == 0 || Parse(source) is not { } root || YamlPath.Walk(root, parts) is not { } nodes || nodes.Count <= parts.Count)
            return null;
        var edited = ItemEdit.MoveUp(source, nodes[^2], parts[^1]);
        return edited is not null && Parse(edited) is not null ? edited : null;
    }

    private static YamlNode? Parse(string source) => new RubricText(source).Root;
}
