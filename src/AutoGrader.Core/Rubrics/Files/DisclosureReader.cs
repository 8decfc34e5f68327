namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the key <c>disclosure</c>, which a sheet, a question and a criterion may have.</summary>
internal static class DisclosureReader
{
    private static readonly Dictionary<string, Disclosure> Names = new(StringComparer.Ordinal)
    {
        ["verdict"] = Disclosure.Verdict,
        ["hint"] = Disclosure.Hint,
        ["full"] = Disclosure.Full,
    };

    /// <summary>The level; where the key is absent, that of what stands above.</summary>
    public static Disclosure Read(MappingReader fields, Disclosure above)
    {
        if (fields.Optional("disclosure") is not { } node || ValueReader.Text(node, "disclosure", fields.Errors) is not { } name)
            return above;
        if (Names.TryGetValue(name.Value, out var disclosure))
            return disclosure;
        fields.Errors.Add(name.Place,
            new($"There is no disclosure '{name.Value}'.", $"Die Auskunft „{name.Value}“ gibt es nicht."),
            new($"Write one of {string.Join(", ", Names.Keys)}.", $"Schreiben Sie eines von {string.Join(", ", Names.Keys)}."));
        return above;
    }
}
