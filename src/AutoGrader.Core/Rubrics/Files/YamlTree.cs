using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AutoGrader.Core.Rubrics.Files;

/// <summary>
/// Parses YAML into a tree with places. The language is YAML without its traps: one document, no anchors and aliases (bombs), no tags,
/// no duplicate keys, no guessing of types; bounded in size and depth.
/// </summary>
internal sealed class YamlTree
{
    public const int MaximumCharacters = 1_000_000;
    public const int MaximumDepth = 16;

    private readonly Parser parser;
    private readonly string text;
    private readonly RubricErrorList errors;
    private Place reached = new(1, 1);

    private YamlTree(string text, RubricErrorList errors)
    {
        parser = new Parser(new StringReader(text));
        this.text = text;
        this.errors = errors;
    }

    /// <summary>The root, or <c>null</c> where the text is no such YAML; then there is an error in the list.</summary>
    public static YamlNode? Parse(string text, RubricErrorList errors)
    {
        if (text.Length > MaximumCharacters)
        {
            errors.Add(new Place(1, 1),
                new("The file is larger than a million characters.", "Die Datei hat mehr als eine Million Zeichen."),
                new("Split it: a rubric holds one sheet.", "Teilen Sie sie auf: Ein Bewertungsschema gehört zu einem Blatt."));
            return null;
        }
        if (FindTabIndentation(text) is { } tab)
        {
            errors.Add(tab,
                new("The line is indented with a tab.", "Die Zeile ist mit einem Tabulator eingerückt."),
                new("YAML allows only blanks there: use two for each level.", "YAML erlaubt dort nur Leerzeichen: zwei für jede Ebene."));
            return null;
        }
        var tree = new YamlTree(text, errors);
        try
        {
            return tree.ReadDocument();
        }
        catch (RefusedYamlException refused)
        {
            errors.Add(refused.Place, refused.Fault, refused.Remedy);
        }
        catch (YamlException fault)
        {
            errors.Add(At(fault.Start),
                new(
                    $"This is not valid YAML: {Sentence(fault.Message)}",
                    $"Das ist kein gültiges YAML. Der Leser meldet auf Englisch: {Sentence(fault.Message)}"),
                RemedyFor(text, fault));
        }
        catch (InvalidOperationException)
        {
            // The scanner of YamlDotNet 16.3 loses its way in some unclosed brackets without telling where.
            errors.Add(tree.reached,
                new(
                    "This is not valid YAML, from here or soon after.",
                    "Das ist kein gültiges YAML, von hier an oder kurz danach."),
                RemedyFor(text, null));
        }
        return null;
    }

    private YamlNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            throw new RefusedYamlException(new Place(1, 1), new("The file is empty.", "Die Datei ist leer."),
                new(
                    "Begin with the key 'id'; rubrics/ivu-sheet-05.yaml is an example.",
                    "Beginnen Sie mit dem Schlüssel „id“; rubrics/ivu-sheet-05.yaml ist ein Beispiel."));
        parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            throw new RefusedYamlException(At(second.Start),
                new("A second YAML document begins here.", "Hier beginnt ein zweites YAML-Dokument."),
                new(
                    "Keep one rubric in a file and remove the line '---'.",
                    "Lassen Sie ein Bewertungsschema je Datei, und entfernen Sie die Zeile „---“."));
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var next = parser.Current ?? throw new InvalidOperationException("The parser ended within a document.");
        reached = At(next.Start);
        if (depth > MaximumDepth)
            throw new RefusedYamlException(reached,
                new(
                    $"The values are nested deeper than {MaximumDepth} levels.",
                    $"Die Werte sind tiefer als {MaximumDepth} Ebenen geschachtelt."),
                new(
                    "No rubric needs that; check the brackets and the indentation.",
                    "Das braucht kein Bewertungsschema; prüfen Sie Klammern und Einrückung."));
        if (next is AnchorAlias)
            throw new RefusedYamlException(reached,
                new("An alias ('*name') is not allowed here.", "Ein Verweis („*name“) ist hier nicht erlaubt."),
                new("Put quotes around a text that begins with *.", "Setzen Sie Anführungszeichen um einen Text, der mit * beginnt."));
        if (next is NodeEvent { Anchor.IsEmpty: false })
            throw new RefusedYamlException(reached,
                new("An anchor ('&name') is not allowed here.", "Ein Anker („&name“) ist hier nicht erlaubt."),
                new("Put quotes around a text that begins with &.", "Setzen Sie Anführungszeichen um einen Text, der mit & beginnt."));
        if (next is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new RefusedYamlException(reached,
                new($"A tag ('{tagged.Tag}') is not allowed here.", $"Eine Markierung („{tagged.Tag}“) ist hier nicht erlaubt."),
                new("Put quotes around a text that begins with !.", "Setzen Sie Anführungszeichen um einen Text, der mit ! beginnt."));
        if (parser.TryConsume<Scalar>(out var scalar))
            return ToScalar(scalar);
        return next is SequenceStart ? ReadList(depth) : ReadMap(depth);
    }

    private YamlList ReadList(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.Accept<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        parser.Consume<SequenceEnd>();
        var isFlow = start.Style == SequenceStyle.Flow;
        return new YamlList(At(start.Start), SpanOf(start, items.LastOrDefault(), isFlow ? ']' : null), items, isFlow);
    }

    private YamlMap ReadMap(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        YamlNode? last = null;
        while (!parser.Accept<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not YamlScalar key)
                throw new RefusedYamlException(At(start.Start),
                    new("A list or mapping is used as a key.", "Eine Liste oder Zuordnung steht als Schlüssel da."),
                    new(
                        "Put quotes around a key or text that begins with [ or {.",
                        "Setzen Sie Anführungszeichen um einen Schlüssel oder Text, der mit [ oder { beginnt."));
            var value = last = ReadNode(depth + 1);
            if (seen.TryAdd(key.Value, key.Place))
                entries.Add(new YamlEntry(key, value));
            else
                errors.Add(key.Place,
                    new(
                        $"The key '{key.Value}' stands here a second time; it was first used in line {seen[key.Value].Line}.",
                        $"Der Schlüssel „{key.Value}“ steht hier ein zweites Mal; zuerst steht er in Zeile {seen[key.Value].Line}."),
                    new("Keep one of them.", "Behalten Sie einen davon."));
        }
        parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return new YamlMap(At(start.Start), SpanOf(start, last, isFlow ? '}' : null), entries, isFlow);
    }

    // The parser tells the end of a block by what follows, and that of brackets not exactly: the last value ends the one, the bracket
    // behind it the other.
    private TextSpan SpanOf(ParsingEvent start, YamlNode? last, char? bracket)
    {
        var end = last?.Span.End ?? (int)start.Start.Index + 1;
        while (bracket is { } closing && end < text.Length && text[end] != closing)
            end = text[end] == '#' && text.IndexOf('\n', end) is >= 0 and var lineEnd ? lineEnd : end + 1;
        return new TextSpan((int)start.Start.Index, bracket is null ? end : Math.Min(end + 1, text.Length));
    }

    private int Trimmed(int start, int end)
    {
        end = Math.Min(end, text.Length);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    private YamlScalar ToScalar(Scalar scalar)
    {
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var oneLine = scalar.Start.Line == scalar.End.Line && scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded);
        var place = At(scalar.Start);
        var span = new TextSpan((int)scalar.Start.Index, Trimmed((int)scalar.Start.Index, (int)scalar.End.Index));
        return new YamlScalar(
            place, span, scalar.Value, oneLine ? place.Column + (quoted ? 1 : 0) : null, scalar.Style == ScalarStyle.Plain);
    }

    private static Place? FindTabIndentation(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = content[..(content.Length - content.TrimStart([' ', '\t']).Length)];
            if (indentation.Length < content.Length && indentation.IndexOf('\t') is >= 0 and var column)
                return new Place(line, column + 1);
        }
        return null;
    }

    private static string Sentence(string message)
    {
        var trimmed = message.Trim();
        return trimmed.EndsWith('.') ? trimmed : trimmed + ".";
    }

    private static LocalizedText RemedyFor(string text, YamlException? fault)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)(fault?.Start.Line ?? 0) - 1) ?? "";
        return line.Contains(": ", StringComparison.Ordinal)
            && line.IndexOf(": ", StringComparison.Ordinal) != line.LastIndexOf(": ", StringComparison.Ordinal)
            ? new("Put quotes around a text that contains ': '.", "Setzen Sie Anführungszeichen um einen Text, der „: “ enthält.")
            : new(
                "Check the indentation and closing quotes and brackets of this line and the one above; "
                    + "put quotes around a text that begins with * & ! % @ ` [ { or contains ': '.",
                "Prüfen Sie in dieser Zeile und der darüber die Einrückung und die schließenden Anführungszeichen und Klammern; "
                    + "setzen Sie Anführungszeichen um einen Text, der mit * & ! % @ ` [ { beginnt oder „: “ enthält.");
    }

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class RefusedYamlException(Place place, LocalizedText fault, LocalizedText remedy) : Exception(fault.English)
    {
        public Place Place => place;

        public LocalizedText Fault => fault;

        public LocalizedText Remedy => remedy;
    }
}
