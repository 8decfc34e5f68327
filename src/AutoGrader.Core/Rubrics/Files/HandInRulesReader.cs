namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the hand-in rules; a key that is absent keeps the default.</summary>
internal static class HandInRulesReader
{
    public static HandInRules Read(YamlNode node, RubricErrorList errors)
    {
        var defaults = new HandInRules();
        if (MappingReader.Open(node, new("the hand-in rules", "den Abgaberegeln"), errors) is not { } fields)
            return defaults;
        var rules = new HandInRules
        {
            RequireZipName = fields.Flag("zip-name", defaults.RequireZipName),
            RequirePdfName = fields.Flag("pdf-name", defaults.RequirePdfName),
            CompareIdentity = fields.Flag("compare-identity", defaults.CompareIdentity),
            MinimumDigits = fields.Whole("minimum-digits", 1, 20) ?? defaults.MinimumDigits,
            MaximumDigits = fields.Whole("maximum-digits", 1, 20) ?? defaults.MaximumDigits,
        };
        if (rules.MinimumDigits > rules.MaximumDigits)
            errors.Add(fields.Place,
                new(
                    $"A matriculation number has at least {rules.MinimumDigits} and at most {rules.MaximumDigits} digits.",
                    $"Eine Matrikelnummer hat mindestens {rules.MinimumDigits} und höchstens {rules.MaximumDigits} Ziffern."),
                new("Swap them or correct one.", "Vertauschen Sie beide, oder berichtigen Sie eine Zahl."));
        fields.Close();
        return rules;
    }
}
