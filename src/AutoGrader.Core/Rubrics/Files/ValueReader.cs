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

    /// <param name="node">The text.</param>
    /// <param name="what">The key it stands behind.</param>
    /// <param name="errors">Takes the faults.</param>
    public static YamlScalar? Text(YamlNode node, string what, RubricErrorList errors) =>
        Text(node, new LocalizedText($"'{what}'", $"„{what}“"), errors);

    /// <param name="node">The text.</param>
    /// <param name="what">What it is; in German without an article.</param>
    /// <param name="errors">Takes the faults.</param>
    public static YamlScalar? Text(YamlNode node, LocalizedText what, RubricErrorList errors)
    {
        if (node is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar;
        if (node is YamlScalar)
            errors.Add(node.Place, new($"The text of {what.English} is empty.", $"Der Text ist leer: {what.German}."),
                new("Write the text or remove the line.", "Schreiben Sie den Text, oder entfernen Sie die Zeile."));
        else
            errors.Add(node.Place, new(
                $"A text is expected for {what.English}, not a list or mapping.",
                $"Hier wird ein Text erwartet, keine Liste oder Zuordnung: {what.German}."),
                new(
                    "Put quotes around a text that begins with [ or { or contains ': '.",
                    "Setzen Sie Anführungszeichen um einen Text, der mit [ oder { beginnt oder „: “ enthält."));
        return null;
    }

    public static LocalizedText Localized(YamlNode node, RubricErrorList errors)
    {
        if (node is YamlScalar)
        {
            errors.Add(node.Place,
                new("The text is given in one language only.", "Der Text steht nur in einer Sprache da."),
                new("Write it in both: 'en: …' and 'de: …' below.", "Schreiben Sie ihn in beiden: darunter „en: …“ und „de: …“."));
            return NoText;
        }
        if (MappingReader.Open(node, new("a text in both languages", "einem Text in beiden Sprachen"), errors) is not { } fields)
            return NoText;
        var english = fields.Text("en", new("Add the English text.", "Fügen Sie den englischen Text hinzu."));
        var german = fields.Text("de", new("Add the German text.", "Fügen Sie den deutschen Text hinzu."));
        fields.Close();
        return english is null || german is null ? NoText : new LocalizedText(english.Value.Trim(), german.Value.Trim());
    }

    /// <summary>The fault of something that gives more than its criterion.</summary>
    public static LocalizedText AboveMaximum(Points points, Points maximum, string criterion) => new(
        $"{points} points are above the {maximum} points of criterion {criterion}.",
        $"{points.In(Language.German)} Punkte liegen über den {maximum.In(Language.German)} Punkten des Kriteriums {criterion}.");

    public static Points? Points(YamlNode node, RubricErrorList errors)
    {
        if (Decimal(node, new("points", "Punkte"), errors) is not { } value)
            return null;
        if (value > MostPoints)
        {
            errors.Add(node.Place,
                new($"{Text(value)} is more than {MostPoints} points.", $"{Text(value)} ist mehr als {MostPoints} Punkte."),
                new("Write the points as on the sheet.", "Schreiben Sie die Punkte wie auf dem Blatt."));
            return null;
        }
        if (Core.Points.TryFromValue(value) is { } points)
            return points;
        errors.Add(node.Place,
            new($"{Text(value)} is no number of half-points.", $"{Text(value)} ist kein Vielfaches eines halben Punktes."),
            new("Points are 0 or more, in steps of 0.5.", "Punkte sind 0 oder mehr, in Schritten von 0.5."));
        return null;
    }

    public static double? Number(YamlNode node, RubricErrorList errors) => (double?)Decimal(node, new("a number", "einen Wert"), errors);

    public static bool? Flag(YamlNode node, RubricErrorList errors)
    {
        switch ((node as YamlScalar)?.Value)
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.Add(node.Place,
                    new("True or false is expected here.", "Hier wird true oder false erwartet (wahr oder falsch)."),
                    new("Write true or false.", "Schreiben Sie true oder false."));
                return null;
        }
    }

    public static DateTime? Time(YamlNode node, RubricErrorList errors)
    {
        if (node is YamlScalar scalar
            && DateTime.TryParseExact(scalar.Value, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Add(node.Place,
            new($"'{(node as YamlScalar)?.Value}' is no date and time.", $"„{(node as YamlScalar)?.Value}“ ist kein Datum mit Uhrzeit."),
            new(
                "Write year-month-day hour:minute, such as 2026-06-08 23:59.",
                "Schreiben Sie Jahr-Monat-Tag Stunde:Minute, etwa 2026-06-08 23:59."));
        return null;
    }

    /// <param name="node">The list.</param>
    /// <param name="remedyIfEmpty">What to do where it has no items; <c>null</c> where it may have none.</param>
    /// <param name="errors">Takes the faults.</param>
    public static IReadOnlyList<YamlNode> Items(YamlNode node, LocalizedText? remedyIfEmpty, RubricErrorList errors)
    {
        if (node is not YamlList list)
        {
            errors.Add(node.Place,
                new("A list is expected here.", "Hier wird eine Liste erwartet."),
                new(
                    "Begin every item with '- ' on its own line, or write [item, item].",
                    "Beginnen Sie jeden Eintrag auf eigener Zeile mit „- “, oder schreiben Sie [Eintrag, Eintrag]."));
            return [];
        }
        if (list.Items.Count == 0 && remedyIfEmpty is not null)
            errors.Add(node.Place, new("The list is empty.", "Die Liste ist leer."), remedyIfEmpty);
        return list.Items;
    }

    /// <summary>Texts of a list; faulty ones are left out.</summary>
    public static IReadOnlyList<YamlScalar> Texts(IEnumerable<YamlNode> items, LocalizedText what, RubricErrorList errors) =>
        [.. items.Select(item => Text(item, what, errors)).OfType<YamlScalar>()];

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal? Decimal(YamlNode node, LocalizedText what, RubricErrorList errors)
    {
        var text = (node as YamlScalar)?.Value;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var value))
            return value;
        var isComma = decimal.TryParse(text?.Replace(',', '.'), style, CultureInfo.InvariantCulture, out _);
        errors.Add(
            node.Place,
            text is null
                ? new($"A number is expected for {what.English}.", $"Für {what.German} wird eine Zahl erwartet.")
                : new($"'{text}' is no number.", $"„{text}“ ist keine Zahl."),
            isComma
                ? new(
                    $"Write a decimal point: {text!.Replace(',', '.')}.", $"Schreiben Sie einen Dezimalpunkt: {text.Replace(',', '.')}.")
                : new("Write digits with a decimal point, such as 0.5.", "Schreiben Sie Ziffern mit Dezimalpunkt, etwa 0.5."));
        return null;
    }
}
