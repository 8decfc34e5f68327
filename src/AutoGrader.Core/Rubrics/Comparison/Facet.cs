namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>One value of a part of a rubric.</summary>
/// <param name="Key">Tells it from the other facets of the part; equal in both rubrics where the same thing is meant.</param>
/// <param name="Property">As in <see cref="RubricChange.Property"/>; facets that are items of one list share it.</param>
/// <param name="Label">The property in words.</param>
/// <param name="Value">The value, in one form for equal meanings.</param>
internal sealed record Facet(string Key, string Property, LocalizedText Label, string Value);

/// <summary>Collects the facets of a part.</summary>
internal sealed class Facets
{
    private readonly List<Facet> _all = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<Facet> All => _all;

    /// <summary>Adds a value; none where there is no value.</summary>
    public void Add(string property, LocalizedText label, string? value)
    {
        if (value is not null)
            Add(property, property, label, value);
    }

    /// <summary>Adds a text; its languages are facets of their own.</summary>
    public void Add(string property, LocalizedText label, LocalizedText? text)
    {
        Add($"{property}/en", new($"{label.English} (English)", $"{label.German} (Englisch)"), text?.English);
        Add($"{property}/de", new($"{label.English} (German)", $"{label.German} (Deutsch)"), text?.German);
    }

    /// <summary>Adds the items of a list in which order does not matter; the same item a second time is another one.</summary>
    public void AddEach(string property, LocalizedText label, IEnumerable<string> items)
    {
        foreach (var item in items)
            Add($"{property}/{item}", property, label, item);
    }

    /// <inheritdoc cref="AddEach(string, LocalizedText, IEnumerable{string})"/>
    public void AddEach(string property, LocalizedText label, IEnumerable<Phrase> phrases) =>
        AddEach(property, label, phrases.Select(p => p.Source));

    /// <summary>Adds an item of a list that is told from others by its name, with its value.</summary>
    public void AddNamed(string property, string name, LocalizedText label, string value) =>
        Add($"{property}/{name}", new($"{label.English} {name}", $"{label.German} {name}"), value);

    /// <summary>Adds an order of names that matters.</summary>
    public void AddOrder(string property, LocalizedText label, IReadOnlyList<string> names)
    {
        if (names.Count > 1)
            Add($"{property}/order", label, string.Join(", ", names));
    }

    // What a rubric says twice, such as two orders N^2, are two things.
    private void Add(string key, string property, LocalizedText label, string value)
    {
        var unique = key;
        for (var again = 2; !_keys.Add(unique); again++)
            unique = $"{key} #{again}";
        _all.Add(new Facet(unique, property, label, value));
    }
}
