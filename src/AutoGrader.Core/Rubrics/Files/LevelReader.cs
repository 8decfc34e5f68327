using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads levels of attainment and the phrases in them.</summary>
internal static class LevelReader
{
    /// <summary>Reads levels, most points first.</summary>
    public static IReadOnlyList<Level> Read(IReadOnlyList<YamlNode> items, CriterionHead head, RubricErrorList errors)
    {
        var levels = new List<Level>();
        foreach (var node in items)
        {
            if (MappingReader.Open(node, new("a level", "einer Stufe"), errors) is not { } fields)
                continue;
            var points = LevelPoints(fields, head, levels.Count == 0 ? null : levels[^1].Points);
            var text = fields.Localized("text");
            var says = Phrases(fields.Items("says",
                new("Add at least one way to say it.", "Fügen Sie mindestens eine Weise hinzu, es zu sagen.")), errors);
            fields.Close();
            levels.Add(new Level(points ?? Points.Zero, text, says));
        }
        return levels;
    }

    /// <summary>The points of a level, checked against the criterion's and those of the level before.</summary>
    public static Points? LevelPoints(MappingReader fields, CriterionHead head, Points? before)
    {
        if (fields.Points("points") is not { } points)
            return null;
        var place = fields.Optional("points")!.Place;
        if (points > head.Maximum)
            fields.Errors.Add(place,
                new(
                    $"A level of {points} points is above the {head.Maximum} points of criterion {head.Id}.",
                    $"Eine Stufe mit {points.In(Language.German)} Punkten liegt über den "
                        + $"{head.Maximum.In(Language.German)} Punkten des Kriteriums {head.Id}."),
                new("Lower it or raise the criterion's points.", "Senken Sie sie, oder erhöhen Sie die Punkte des Kriteriums."));
        if (before is { } previous && points > previous)
            fields.Errors.Add(place,
                new(
                    $"A level of {points} points stands below one of {previous}.",
                    $"Eine Stufe mit {points.In(Language.German)} Punkten steht unter einer mit {previous.In(Language.German)}."),
                new("Sort the levels, most points first.", "Ordnen Sie die Stufen, die mit den meisten Punkten zuerst."));
        return points;
    }

    public static IReadOnlyList<Phrase> Phrases(IEnumerable<YamlNode> items, RubricErrorList errors) =>
        [.. ValueReader.Texts(items, new("a phrase", "Formulierung"), errors).Select(text => ReadPhrase(text, errors))];

    /// <summary>Phrases that are only names: alternatives, each of some words side by side.</summary>
    public static IReadOnlyList<Phrase> Names(IEnumerable<YamlNode> items, RubricErrorList errors)
    {
        var texts = ValueReader.Texts(items, new("a name", "Name"), errors);
        foreach (var text in texts.Where(t => new Phrase(t.Value).Parsed.Phrase is { } phrase && !IsName(phrase)))
            errors.Add(text.Place,
                new($"A name is expected, and '{text.Value}' is none.", $"Hier wird ein Name erwartet; „{text.Value}“ ist keiner."),
                new("Write alternatives, such as 'query | queries'.", "Schreiben Sie Möglichkeiten, etwa „query | queries“."));
        return [.. texts.Select(text => ReadPhrase(text, errors))];
    }

    private static bool IsName(CompiledPhrase phrase) =>
        phrase.Parts is [[{ Required: [{ IsNegation: false }], Forbidden: [] }]];

    private static Phrase ReadPhrase(YamlScalar text, RubricErrorList errors)
    {
        var phrase = new Phrase(text.Value);
        if (phrase.Parsed.Fault is { } fault)
            errors.Add(text.PlaceOf(fault.Column), fault.Message, fault.Remedy);
        return phrase;
    }
}
