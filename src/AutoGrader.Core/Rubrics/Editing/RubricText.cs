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
    public IReadOnlyList<string> GetLines(string path) => [.. Find(path).Items().Select(i => (i as YamlScalar)?.Value ?? "")];

    /// <summary>The keys of a mapping; none where there is no mapping.</summary>
    public IReadOnlyList<string> GetKeys(string path) => Find(path) is YamlMap map ? [.. map.Entries.Select(e => e.Key.Value)] : [];

    private YamlNode? Find(string path)
    {
        var parts = YamlPath.Parts(path);
        return _root is null || YamlPath.Walk(_root, parts) is var nodes && nodes.Count <= parts.Count ? null : nodes[^1];
    }
}
