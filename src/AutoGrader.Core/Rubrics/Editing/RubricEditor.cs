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

    /// <summary>Sets the text at a path, adding keys that are missing; an empty text removes the key.</summary>
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
            (true, 0) => ItemEdit.Remove(source, nodes, parts),
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
