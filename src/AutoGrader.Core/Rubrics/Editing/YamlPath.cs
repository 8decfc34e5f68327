using System.Globalization;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>
/// The way from the root of a text to a value: keys and indices, joined by <c>/</c>. <c>#1</c> is the second entry of a mapping, whatever
/// its key.
/// </summary>
internal static class YamlPath
{
    /// <summary>The nodes from the root on, as far as the way exists: one more than it has parts where it exists to its end.</summary>
    public static IReadOnlyList<YamlNode> Walk(YamlNode root, IReadOnlyList<string> parts)
    {
        var nodes = new List<YamlNode> { root };
        foreach (var part in parts)
        {
            if (Child(nodes[^1], part) is not { } child)
                break;
            nodes.Add(child);
        }
        return nodes;
    }

    public static IReadOnlyList<string> Parts(string path) => path.Length == 0 ? [] : path.Split('/');

    public static int? Index(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>The entry of a mapping that a part names by its place; <c>null</c> where it names none so.</summary>
    public static YamlEntry? Entry(YamlNode node, string part) => node is YamlMap map && part.StartsWith('#')
        && Index(part[1..]) is { } index ? map.Entries.ElementAtOrDefault(index) : null;

    private static YamlNode? Child(YamlNode node, string part) => node switch
    {
        YamlMap => Entry(node, part)?.Value ?? node.Value(part),
        YamlList list when Index(part) is { } index => list.Items.ElementAtOrDefault(index),
        _ => null,
    };
}
