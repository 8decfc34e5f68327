namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// Where the parts of a rubric stand in its text. Kept apart from the rubric, which is a value: the same rubric in other lines is the same.
/// </summary>
internal sealed class RubricPlaces
{
    private readonly YamlNode _root;
    private readonly Dictionary<string, YamlMap> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMap> _criteria = new(StringComparer.Ordinal);

    private RubricPlaces(YamlNode root)
    {
        _root = root;
        foreach (var question in Items(root, "questions"))
        {
            _questions.TryAdd(IdOf(question), question);
            foreach (var criterion in Items(question, "criteria"))
                _criteria.TryAdd(IdOf(criterion), criterion);
        }
    }

    /// <summary>Finds the places in a version's text.</summary>
    public static RubricPlaces Of(RubricVersion version) => new(
        YamlTree.Parse(version.Source, new RubricErrorList(""))
            ?? throw new ArgumentException("The text of a rubric version is always valid.", nameof(version)));

    /// <summary>Where a question, or something in it, begins.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="path">Keys and indices below the question; where one is missing, the place of what is above it.</param>
    public Place OfQuestion(string id, params ReadOnlySpan<object> path) => Walk(_questions.GetValueOrDefault(id) ?? _root, path);

    /// <summary>Where a criterion, or something in it, begins.</summary>
    /// <param name="id">The criterion's id.</param>
    /// <param name="path">Keys and indices below the criterion; where one is missing, the place of what is above it.</param>
    public Place OfCriterion(string id, params ReadOnlySpan<object> path) => Walk(_criteria.GetValueOrDefault(id) ?? _root, path);

    private static Place Walk(YamlNode node, ReadOnlySpan<object> path)
    {
        foreach (var part in path)
        {
            if (Child(node, part) is not { } child)
                break;
            node = child;
        }

        return node.Place;
    }

    private static YamlNode? Child(YamlNode node, object part) => (node, part) switch
    {
        (YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value,
        (YamlList list, int index) => list.Items.ElementAtOrDefault(index),
        _ => null,
    };

    private static IEnumerable<YamlMap> Items(YamlNode node, string key) => (Child(node, key) as YamlList)?.Items.OfType<YamlMap>() ?? [];

    private static string IdOf(YamlMap map) => (Child(map, "id") as YamlScalar)?.Value ?? "";
}
