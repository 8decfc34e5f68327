namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// A value in a YAML file with its place. Scalars stay the text that was typed: <c>1.1</c> and <c>no</c> are texts until somebody asks for
/// a number.
/// </summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Span">The part of the text that it is.</param>
internal abstract record YamlNode(Place Place, TextSpan Span);

/// <summary>A part of a text.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last one, white space not counted.</param>
internal readonly record struct TextSpan(int Start, int End);

/// <summary>Ways into a tree of which nothing is known.</summary>
internal static class YamlNodes
{
    /// <summary>The value of a key; <c>null</c> where there is no mapping or no such key.</summary>
    public static YamlNode? Value(this YamlNode? node, string key) =>
        (node as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IReadOnlyList<YamlNode> Items(this YamlNode? node) => (node as YamlList)?.Items ?? [];
}

/// <summary>A text, number, date or flag as typed.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Span">The part of the text that it is, quotes included.</param>
/// <param name="Value">The text without quotes, never <c>null</c>.</param>
/// <param name="ContentColumn">
/// The column of the first character of the text, or <c>null</c> where the text is folded from several lines.
/// </param>
/// <param name="IsPlain">Whether it stands without quotes: only then an empty one is a missing value.</param>
internal sealed record YamlScalar(Place Place, TextSpan Span, string Value, int? ContentColumn, bool IsPlain) : YamlNode(Place, Span)
{
    /// <summary>Whether nothing was typed, or one of YAML's words for nothing.</summary>
    public bool IsMissing => IsPlain && Value is "" or "~" or "null";

    /// <summary>The place of a character of the text, counted from 1; the beginning, where the text is folded from several lines.</summary>
    public Place PlaceOf(int column) => ContentColumn is { } first ? Place with { Column = first + column - 1 } : Place;
}

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Span">The part of the text that it is.</param>
/// <param name="Items">The items.</param>
/// <param name="IsFlow">Whether it stands in brackets.</param>
internal sealed record YamlList(Place Place, TextSpan Span, IReadOnlyList<YamlNode> Items, bool IsFlow) : YamlNode(Place, Span);

/// <summary>A mapping from keys to values, in the order of the file; keys are unique.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Span">The part of the text that it is.</param>
/// <param name="Entries">The keys with their values.</param>
/// <param name="IsFlow">Whether it stands in braces.</param>
internal sealed record YamlMap(Place Place, TextSpan Span, IReadOnlyList<YamlEntry> Entries, bool IsFlow) : YamlNode(Place, Span);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
