using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>A rubric's text, parsed once, to look up many values by their paths: keys and indices, joined by <c>/</c>.</summary>
public sealed class RubricText
{
    private readonly string _source;
    private readonly YamlNode? _root;

    /// <summary>Parses a text; where it is no YAML that rubrics may be written in, nothing is found in it.</summary>
    public RubricText(string source)
    {
        var errors = new RubricErrorList("");
        _source = source;
        _root = source.Contains('\r') ? null : YamlTree.Parse(source, errors) is { } root && errors.IsEmpty ? root : null;
    }

    internal YamlNode? Root => _root;

    /// <summary>The value at a path as a person edits it; <c>null</c> where there is none.</summary>
    /// <remarks>A list is given as it is written where it stands in brackets, otherwise as a line for each item.</remarks>
    public string? Get(string path) => Find(path) switch
    {
        YamlScalar { IsMissing: false } scalar => scalar.Value.TrimEnd('\n'),
        YamlList { IsFlow: true } list => _source[list.Span.Start..list.Span.End],
        YamlList list when list.Items.All(i => i is YamlScalar) => string.Join('\n', list.Items.Select(i => ((YamlScalar)i).Value)),
        _ => null,
    };

    /// <summary>The texts of a list; none where there is no list.</summary>
    public IReadOnlyList<string> GetLines(string path) =>
        [.. Find(path).Items().Select(i => ((i as YamlScalar)?.Value ?? "").TrimEnd('\n').Replace('\n', ' '))];

    /// <summary>The keys of a mapping; none where there is no mapping.</summary>
    public IReadOnlyList<string> GetKeys(string path) => Find(path) is YamlMap map ? [.. map.Entries.Select(e => e.Key.Value)] : [];

    /// <summary>The key of an entry that is named by its place.</summary>
    public string? GetKey(string path) => Parent(path) is { } map ? YamlPath.Entry(map, YamlPath.Parts(path)[^1])?.Key.Value : null;

    /// <summary>
    /// Numbers as a person edits them: a row on each line, entries with blanks between; <c>null</c> where there are none.
    /// </summary>
    public string? GetNumbers(string path) => NumberEdit.Rows(Find(path)) is { } rows
        ? string.Join('\n', rows.Select(row => string.Join(' ', row.Select(entry => entry.Value)))) : Get(path);

    /// <summary>Whether there is something at a path, be it empty.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>Whether there is a mapping at a path.</summary>
    public bool IsMapping(string path) => Find(path) is YamlMap;

    /// <summary>How many items a list has, or entries a mapping; 0 for everything else.</summary>
    public int Count(string path) => Find(path) switch
    {
        YamlList list => list.Items.Count,
        YamlMap map => map.Entries.Count,
        _ => 0,
    };

    /// <summary>Whether a place in the text belongs to the value at a path or to its key.</summary>
    /// <param name="path">The path.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public bool Covers(string path, int line, int column)
    {
        if (Find(path) is not { } node)
            return false;
        var offset = OffsetOf(line, column);
        // A mapping begins where its first key does: what is said of that place is said of the mapping.
        var start = Parent(path) is YamlMap map && map.Entries.FirstOrDefault(e => ReferenceEquals(e.Value, node)) is { } entry
            && (YamlPath.Parts(path)[^1].StartsWith('#') || !ReferenceEquals(entry, map.Entries[0]))
                ? entry.Key.Span.Start : node.Span.Start;
        return offset >= start && offset <= Math.Max(node.Span.End - 1, node.Span.Start);
    }

    private int OffsetOf(int line, int column)
    {
        var start = 0;
        for (var l = 1; l < line && start < _source.Length; l++)
            start = Lines.NextOf(_source, start);
        return start + column - 1;
    }

    private YamlNode? Parent(string path) => path.Length == 0 ? null : Find(path[..Math.Max(path.LastIndexOf('/'), 0)]);

    private YamlNode? Find(string path)
    {
        var parts = YamlPath.Parts(path);
        return _root is null || YamlPath.Walk(_root, parts) is var nodes && nodes.Count <= parts.Count ? null : nodes[^1];
    }
}
