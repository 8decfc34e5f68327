using System.Globalization;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// Reads the keys of one mapping. Every fault goes to the error list and reading goes on with a stand-in, so that one run tells all
/// errors; what was read is thrown away when there are any. A key nobody asked for is an error when the reader is closed.
/// </summary>
internal sealed class MappingReader
{
    private readonly YamlMap map;
    private readonly List<string> asked = [];

    private MappingReader(YamlMap map, LocalizedText subject, RubricErrorList errors)
    {
        this.map = map;
        Subject = subject;
        Errors = errors;
    }

    /// <summary>What the mapping describes, as it reads in a sentence: <c>a question</c>; in German in the dative.</summary>
    private LocalizedText Subject { get; }

    public RubricErrorList Errors { get; }

    public Place Place => map.Place;

    /// <summary>Opens a mapping, or reports that the value is none.</summary>
    public static MappingReader? Open(YamlNode node, LocalizedText subject, RubricErrorList errors)
    {
        if (node is YamlMap map)
            return new MappingReader(map, subject, errors);
        errors.Add(node.Place,
            new(
                $"Here {subject.English} is expected, with its keys and values.",
                $"Hier werden Schlüssel und Werte zu {subject.German} erwartet."),
            new("Write 'key: value' lines, indented below.", "Schreiben Sie darunter eingerückte Zeilen „Schlüssel: Wert“."));
        return null;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, value) in map.Entries.Where(e => !asked.Contains(e.Key.Value)))
        {
            LocalizedText remedy = value is YamlScalar { IsMissing: true } && Spelling.Closest(key.Value, asked) is null
                ? new("A text with a comma within { } needs quotes.", "Ein Text mit Komma innerhalb von { } braucht Anführungszeichen.")
                : Spelling.Suggest(key.Value, asked);
            Errors.Add(key.Place,
                new(
                    $"There is no key '{key.Value}' in {Subject.English}.",
                    $"Den Schlüssel „{key.Value}“ gibt es in {Subject.German} nicht."), remedy);
        }
    }

    /// <summary>The value of a key, or <c>null</c> where it is absent or empty.</summary>
    public YamlNode? Optional(string key)
    {
        asked.Add(key);
        var value = map.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;
        return value is YamlScalar { IsMissing: true } ? null : value;
    }

    /// <summary>The value of a key; reports where it is absent.</summary>
    public YamlNode? Required(string key, LocalizedText remedy)
    {
        var value = Optional(key);
        if (value is null)
        {
            var entry = map.Entries.FirstOrDefault(e => e.Key.Value == key);
            Errors.Add(entry?.Key.Place ?? map.Place, entry is null
                ? new($"The key '{key}' is missing in {Subject.English}.", $"Der Schlüssel „{key}“ fehlt in {Subject.German}.")
                : new($"The key '{key}' has no value.", $"Der Schlüssel „{key}“ hat keinen Wert."), remedy);
        }
        return value;
    }

    /// <summary>A required text.</summary>
    public YamlScalar? Text(string key, LocalizedText remedy) =>
        Required(key, remedy) is { } node ? ValueReader.Text(node, key, Errors) : null;

    /// <summary>Required points.</summary>
    public Points? Points(string key) =>
        Required(key,
            new(
                "Write the points, such as 1 or 0.5.",
                "Schreiben Sie die Punkte, etwa 1 oder 0.5.")) is { } node ? ValueReader.Points(node, Errors) : null;

    /// <summary>A required text in both languages.</summary>
    public LocalizedText Localized(string key) =>
        Required(key,
            new(
                "Write it in both languages: 'en: …' and 'de: …' below.",
                "Schreiben Sie ihn in beiden Sprachen: darunter „en: …“ und „de: …“.")) is { } node ? ValueReader.Localized(node, Errors)
            : ValueReader.NoText;

    /// <summary>A flag, or its default where the key is absent.</summary>
    public bool Flag(string key, bool otherwise) => Optional(key) is { } node ? ValueReader.Flag(node, Errors) ?? otherwise : otherwise;

    /// <summary>A whole number within bounds, or <c>null</c> where the key is absent.</summary>
    public int? Whole(string key, int least, int largest)
    {
        if (Number(key, least, largest) is not { } number)
            return null;
        if (number == Math.Floor(number))
            return (int)number;
        Errors.Add(Optional(key)!.Place,
            new(
                $"'{key}' is {number.ToString(CultureInfo.InvariantCulture)}, but must be a whole number.",
                $"„{key}“ ist {number.ToString(CultureInfo.InvariantCulture)}, muss aber eine ganze Zahl sein."),
            new($"Write a whole number from {least} to {largest}.", $"Schreiben Sie eine ganze Zahl von {least} bis {largest}."));
        return null;
    }

    /// <summary>A number within bounds, or <c>null</c> where the key is absent.</summary>
    public double? Number(string key, double least, double largest)
    {
        if (Optional(key) is not { } node || ValueReader.Number(node, Errors) is not { } number)
            return null;
        if (number >= least && number <= largest)
            return number;
        var (written, from, to) = (Text(number), Text(least), Text(largest));
        Errors.Add(node.Place, new($"'{key}' is {written}.", $"„{key}“ ist {written}."),
            new($"Write a number from {from} to {to}.", $"Schreiben Sie eine Zahl von {from} bis {to}."));
        return null;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The items of a required list that is not empty.</summary>
    public IReadOnlyList<YamlNode> Items(string key, LocalizedText remedy) =>
        Required(key, remedy) is { } node ? ValueReader.Items(node, remedy, Errors) : [];

    /// <summary>The items of a list that may be absent or empty.</summary>
    public IReadOnlyList<YamlNode> OptionalItems(string key) => Optional(key) is { } node ? ValueReader.Items(node, null, Errors) : [];
}
