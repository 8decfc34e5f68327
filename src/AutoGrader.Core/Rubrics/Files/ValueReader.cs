using System.Globalization;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads single values; what is wrong goes to the error list.</summary>
internal static class ValueReader
{
    /// <summary>Stands in for a text that could not be read; never leaves the reader, because there is an error.</summary>
    public static readonly LocalizedText NoText = new("?", "?");

    // More than any sheet has; so many criteria as fit into a file cannot make their sum overflow.
    private const int MostPoints = 1000;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];

    public static YamlScalar? Text(YamlNode node, string what, RubricErrorList errors)
    {
        if (node is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar;
        if (node is YamlScalar)
            errors.Add(node.Place, $"The text of {what} is empty.", "Write the text or remove the line.");
        else
            errors.Add(node.Place, $"A text is expected for {what}, not a list or mapping.",
                "Put quotes around a text that begins with [ or { or contains ': '.");
        return null;
    }

    public static LocalizedText Localized(YamlNode node, RubricErrorList errors)
    {
        if (node is YamlScalar)
        {
            errors.Add(node.Place, "The text is given in one language only.", "Write it in both: 'en: …' and 'de: …' below.");
            return NoText;
        }
        if (MappingReader.Open(node, "a text in both languages", errors) is not { } fields)
            return NoText;
        var english = fields.Text("en", "Add the English text.");
        var german = fields.Text("de", "Add the German text.");
        fields.Close();
        return english is null || german is null ? NoText : new LocalizedText(english.Value.Trim(), german.Value.Trim());
    }

    public static Points? Points(YamlNode node, RubricErrorList errors)
    {
        if (Decimal(node, "points", errors) is not { } value)
            return null;
        if (value > MostPoints)
        {
            errors.Add(node.Place, string.Create(CultureInfo.InvariantCulture, $"{value} is more than {MostPoints} points."),
                "Write the points as on the sheet.");
            return null;
        }
        if (Core.Points.TryFromValue(value) is { } points)
            return points;
        errors.Add(node.Place, string.Create(CultureInfo.InvariantCulture, $"{value} is no number of half-points."),
            "Points are 0 or more, in steps of 0.5.");
        return null;
    }

    public static double? Number(YamlNode node, RubricErrorList errors) => (double?)Decimal(node, "a number", errors);

    public static bool? Flag(YamlNode node, RubricErrorList errors)
    {
        switch ((node as YamlScalar)?.Value)
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.Add(node.Place, "True or false is expected here.", "Write true or false.");
                return null;
        }
    }

    public static DateTime? Time(YamlNode node, RubricErrorList errors)
    {
        if (node is YamlScalar scalar
            && DateTime.TryParseExact(scalar.Value, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Add(node.Place, $"'{(node as YamlScalar)?.Value}' is no date and time.",
            "Write year-month-day hour:minute, such as 2026-06-08 23:59.");
        return null;
    }

    /// <param name="node">The list.</param>
    /// <param name="remedyIfEmpty">What to do where it has no items; <c>null</c> where it may have none.</param>
    /// <param name="errors">Takes the faults.</param>
    public static IReadOnlyList<YamlNode> Items(YamlNode node, string? remedyIfEmpty, RubricErrorList errors)
    {
        if (node is not YamlList list)
        {
            errors.Add(node.Place, "A list is expected here.", "Begin every item with '- ' on its own line, or write [item, item].");
            return [];
        }
        if (list.Items.Count == 0 && remedyIfEmpty is not null)
            errors.Add(node.Place, "The list is empty.", remedyIfEmpty);
        return list.Items;
    }

    /// <summary>Texts of a list; faulty ones are left out.</summary>
    public static IReadOnlyList<YamlScalar> Texts(IEnumerable<YamlNode> items, string what, RubricErrorList errors) =>
        [.. items.Select(item => Text(item, what, errors)).OfType<YamlScalar>()];

    private static decimal? Decimal(YamlNode node, string what, RubricErrorList errors)
    {
        var text = (node as YamlScalar)?.Value;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var value))
            return value;
        var isComma = decimal.TryParse(text?.Replace(',', '.'), style, CultureInfo.InvariantCulture, out _);
        errors.Add(
            node.Place,
            text is null ? $"A number is expected for {what}." : $"'{text}' is no number.",
            isComma ? $"Write a decimal point: {text!.Replace(',', '.')}." : "Write digits with a decimal point, such as 0.5.");
        return null;
    }
}
