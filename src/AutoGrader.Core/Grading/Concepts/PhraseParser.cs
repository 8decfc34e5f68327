using System.Globalization;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Reads the language of <see cref="Rubrics.Phrase"/>. Its faults are for the lecturer who wrote the phrase.</summary>
internal static class PhraseParser
{
    private const int LongestPhrase = 600;
    private const int MostWords = 8;
    private const int ShortestStem = 3;

    /// <summary>Reads a phrase.</summary>
    public static PhraseParse Parse(string source)
    {
        if (string.IsNullOrWhiteSpace(source))
            return Fault(0,
                new("The phrase is empty.", "Die Formulierung ist leer."),
                new(
                    "Write the words that express the idea, or delete the line.",
                    "Schreiben Sie die Wörter, die den Gedanken ausdrücken, oder löschen Sie die Zeile."));
        if (source.Length > LongestPhrase)
            return Fault(
                LongestPhrase,
                new("The phrase is longer than 600 characters.", "Die Formulierung ist länger als 600 Zeichen."),
                new("Split it into several phrases: any one of them suffices.", "Teilen Sie sie in mehrere auf: Jede einzelne genügt."));
        if (UnclosedQuote(source) is { } quote)
            return Fault(quote,
                new("A quotation mark is not closed.", "Ein Anführungszeichen wird nicht geschlossen."),
                new("Write \" before and after the literal words.", "Schreiben Sie \" vor und hinter die wörtlichen Wörter."));

        var parts = new List<IReadOnlyList<PhrasePart>>();
        foreach (var (from, to) in Split(source, 0, source.Length, '&'))
        {
            if (ReadPart(source, from, to, out var variants) is { } fault)
                return new PhraseParse(null, fault);
            parts.Add(variants);
        }

        return new PhraseParse(new CompiledPhrase(source, parts), null);
    }

    private static PhraseFault? ReadPart(string source, int from, int to, out IReadOnlyList<PhrasePart> variants)
    {
        variants = [new PhrasePart([], [])];
        foreach (var (groupFrom, groupTo) in Split(source, from, to, '+'))
        {
            if (ReadGroup(source, groupFrom, groupTo, out var group) is { } fault)
                return fault;
            variants = group.IsForbidden
                ? [.. variants.Select(v => v with { Forbidden = [.. v.Forbidden, .. group.Ways] })]
                : [.. variants.SelectMany(v => group.Ways.Select(way => v with { Required = [.. v.Required, way] }))];
        }

        return variants.Any(v => v.Required.All(g => g.IsNegation))
            ? FaultAt(from,
                new("Nothing is named that must occur.", "Nichts ist genannt, was vorkommen muss."),
                new(
                    "Add at least one group that is neither 'not' nor begins with '-'.",
                    "Fügen Sie mindestens eine Gruppe hinzu, die weder „not“ ist noch mit „-“ beginnt."))
            : null;
    }

    // The ways to fulfil a group: by its words, by a denial, or by either.
    private static PhraseFault? ReadGroup(string source, int from, int to, out (bool IsForbidden, IReadOnlyList<PhraseGroup> Ways) group)
    {
        from = SkipBlanks(source, from, to);
        var isForbidden = from < to && source[from] == '-';
        var alternatives = new List<IReadOnlyList<WordPattern>>();
        var ways = new List<PhraseGroup>();
        group = (isForbidden, ways);
        foreach (var (start, end) in Split(source, isForbidden ? from + 1 : from, to, '|'))
        {
            if (source[start..end].Trim().Equals("not", StringComparison.OrdinalIgnoreCase))
            {
                ways.Add(new PhraseGroup([], IsNegation: true));
                continue;
            }

            if (ReadWords(source, start, end, out var words) is { } fault)
                return fault;
            alternatives.Add(words);
        }

        if (alternatives.Count > 0)
            ways.Add(new PhraseGroup(alternatives, IsNegation: false));
        return null;
    }

    private static PhraseFault? ReadWords(string source, int from, int to, out IReadOnlyList<WordPattern> words)
    {
        var read = new List<WordPattern>();
        words = read;
        var position = SkipBlanks(source, from, to);
        if (position == to)
            return FaultAt(from,
                new("An alternative is empty.", "Eine der Möglichkeiten ist leer."),
                new(
                    "Delete the extra '+', '|' or '&', or write words beside it.",
                    "Löschen Sie das überzählige „+“, „|“ oder „&“, oder schreiben Sie Wörter daneben."));
        var isLiteral = source[position] == '"';
        while (position < to)
        {
            var end = position;
            while (end < to && !char.IsWhiteSpace(source[end]))
                end++;
            if (ReadWord(source, position, end, isLiteral, read) is { } fault)
                return fault;
            position = SkipBlanks(source, end, to);
        }

        if (read.Count == 0)
            return FaultAt(from,
                new($"'{source[from..to].Trim()}' holds no word.", $"„{source[from..to].Trim()}“ enthält kein Wort."),
                new(
                    "Write a word, a number or a symbol such as = or h_t.",
                    "Schreiben Sie ein Wort, eine Zahl oder ein Zeichen wie = oder h_t."));
        if (read[0].IsAny || read[^1].IsAny)
            return FaultAt(from,
                new("A '*' by itself stands for a word between others.", "Ein „*“ allein steht für ein Wort zwischen anderen."),
                new(
                    "Write a word before and after it, or delete it.",
                    "Schreiben Sie ein Wort davor und eines dahinter, oder löschen Sie es."));
        if (read.Count <= MostWords)
            return null;
        var count = read.Count.ToString(CultureInfo.InvariantCulture);
        LocalizedText message = new(
            $"{count} words in a row will hardly ever occur so.", $"{count} Wörter hintereinander werden kaum je so vorkommen.");
        return FaultAt(from, message,
            new("Join the words that matter by '+'.", "Verbinden Sie die Wörter, auf die es ankommt, mit „+“."));
    }

    private static PhraseFault? ReadWord(string source, int from, int to, bool isLiteral, List<WordPattern> words)
    {
        if (!isLiteral && to - from == 1 && source[from] == '*')
        {
            words.Add(WordPattern.Any);
            return null;
        }

        var openStart = !isLiteral && source[from] == '*';
        var openEnd = !isLiteral && source[to - 1] == '*' && to - from > 1;
        var (start, end) = (openStart ? from + 1 : from, openEnd ? to - 1 : to);
        if (!isLiteral && source.IndexOf('*', start, Math.Max(0, end - start)) is var star and >= 0)
        {
            return FaultAt(
                star,
                new(
                    "A '*' may only stand at the beginning or end of a word.",
                    "Ein „*“ darf nur am Anfang oder Ende eines Wortes stehen."),
                new(
                    "Write two alternatives separated by '|', or put formulas in quotation marks.",
                    "Schreiben Sie zwei Möglichkeiten, durch „|“ getrennt, oder setzen Sie Formeln in Anführungszeichen."));
        }

        var tokens = Tokenizer.Read(source, start, Math.Max(0, end - start)).Where(t => t.Kind != TokenKind.Break).ToList();
        if ((openStart || openEnd) && (tokens.Count == 0 || tokens.Min(t => t.Form.Length) < ShortestStem))
            return FaultAt(from,
                new($"'{source[from..to]}' would match almost any word.", $"„{source[from..to]}“ würde auf fast jedes Wort passen."),
                new("Write at least three letters beside a '*'.", "Schreiben Sie neben ein „*“ mindestens drei Buchstaben."));
        words.AddRange(tokens.Select((t, i) => new WordPattern(t.Form, openStart && i == 0, openEnd && i == tokens.Count - 1)));
        return null;
    }

    // Splits at a separator outside quotation marks.
    private static IEnumerable<(int From, int To)> Split(string source, int from, int to, char separator)
    {
        var isQuoted = false;
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (source[i] == '"')
                isQuoted = !isQuoted;
            if (isQuoted || source[i] != separator)
                continue;
            yield return (start, i);
            start = i + 1;
        }

        yield return (start, to);
    }

    private static int? UnclosedQuote(string source) => source.Count(c => c == '"') % 2 == 0 ? null : source.LastIndexOf('"');

    private static int SkipBlanks(string source, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(source[from]))
            from++;
        return from;
    }

    private static PhraseParse Fault(int position, LocalizedText message, LocalizedText remedy) =>
        new(null, FaultAt(position, message, remedy));

    private static PhraseFault FaultAt(int position, LocalizedText message, LocalizedText remedy) => new(position + 1, message, remedy);
}
