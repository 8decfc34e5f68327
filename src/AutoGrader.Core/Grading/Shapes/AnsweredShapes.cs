using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>An answer as the judges of shapes see it: the shapes written in it and its sentences.</summary>
internal sealed class AnsweredShapes
{
    private static readonly HashSet<string> WordsOfSize = new(StringComparer.Ordinal)
    {
        "row", "rows", "column", "columns", "width", "height", "length", "shape", "shapes", "size", "sizes", "dimension", "dimensions",
        "dimensional", "dimensionality", "dim", "dims", "number",
        "zeile", "zeilen", "spalte", "spalten", "spaltenanzahl", "spaltenzahl", "zeilenanzahl", "zeilenzahl", "breite", "höhe", "länge",
        "form", "formen", "größe", "dimensionen", "dimensionalität", "anzahl", "zahl",
    };

    private static readonly HashSet<string> WordsOfAgreement = new(StringComparer.Ordinal)
    {
        "same", "equal", "equals", "identical", "common", "share", "shares", "shared", "agree", "match", "matches", "matching", "fit",
        "fits", "compatible", "coincide", "one", "must", "corresponding", "corresponds", "pair", "pairs",
        "gleich", "gleiche", "gleichen", "gleicher", "gleiches", "dieselbe", "dieselben", "selbe", "selben", "gemeinsam", "gemeinsame",
        "gemeinsamen", "übereinstimmen", "passen", "passt", "identisch", "müssen", "muss", "genau", "paar", "paare",
    };

    private static readonly HashSet<string> WordsOfDifference = new(StringComparer.Ordinal)
    {
        "different", "differ", "differs", "another", "other", "independent", "independently", "own", "unequal", "arbitrary",
        "verschieden", "verschiedene", "unterschiedlich", "unterschiedliche", "andere", "anderen", "anderer", "unabhängig", "eigene",
    };

    private static readonly HashSet<string> ColumnWords = new(StringComparer.Ordinal)
    {
        "column", "columns", "columnwise", "spalte", "spalten", "spaltenweise", "spaltenvektoren",
    };

    private readonly Answer answer;
    private readonly Question question;
    private readonly Dictionary<string, WordSet> rowNames;

    public AnsweredShapes(Question question, Answer answer)
    {
        (this.answer, this.question) = (answer, question);
        rowNames = question.RowsAre.ToDictionary(r => r.Key, r => WordSet.Of(r.Value.Parsed.Phrase!), StringComparer.Ordinal);
        Expected = question.Shapes;
        Reading = ShapeReading.Of(answer, question.Shapes.Keys);
        IsTurned = Reading.IsTurned(question.Shapes);
        MayBeTransposed = CompareAll() is null or ShapeVerdict.Transposed;
        var echo = new QuestionEcho(question);
        Sentences = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s))];
    }

    /// <summary>The rubric's shapes by matrix.</summary>
    public IReadOnlyDictionary<string, MatrixShape> Expected { get; }

    /// <summary>The shapes written in the answer.</summary>
    public ShapeReading Reading { get; }

    /// <summary>Whether all shapes are given the other way round: a column where the sheet has a row.</summary>
    public bool IsTurned { get; }

    /// <summary>Whether the text shows that the other way round is meant: it speaks of columns, or multiplies in that order.</summary>
    public bool SpeaksOfColumns => Sentences.Any(s => Has(s, ColumnWords))
        || answer.Blocks.Any(b => IsTransposedFirst(NotationScanner.Scan(b.Text, linesEnd: false)));

    /// <summary>Whether something is said to differ in words.</summary>
    public bool SpeaksOfDifference => Sentences.Any(s => Has(s, WordsOfDifference));

    /// <summary>Whether two of the sizes are said to be equal only with a doubt: on a condition, or denied.</summary>
    public bool DoubtsEquality
    {
        get
        {
            var sizes = Expected.Keys.Select(ShapeOf).OfType<ShapeStatement>().SelectMany(s => new[] { s.Rows, s.Columns }).ToList();
            return sizes.Exists(left => sizes.Exists(right => Reading.Equalities.Between(left, right) == EqualityClaim.Doubtful));
        }
    }

    /// <summary>Whether the same leading sizes, such as a batch, stand before all shapes.</summary>
    public bool HaveOneLead => Expected.Keys.Select(Reading.ShapeOf).OfType<ShapeStatement>().ToList() is var given
        && given.TrueForAll(s => s.Lead == given[0].Lead && !s.Lead.Split('×').Intersect([s.Rows, s.Columns]).Any());

    /// <summary>The shape of a matrix as the sheet orders it; <c>null</c> where nothing is said.</summary>
    public ShapeStatement? ShapeOf(string matrix) => IsTurned ? Reading.ShapeOf(matrix)?.Turned : Reading.ShapeOf(matrix);

    /// <summary>The sizes that are given as several symbols though they are one; empty where a shape is missing.</summary>
    public IReadOnlyList<string> Separated => Expected.Keys.Select(ShapeOf).OfType<ShapeStatement>().ToList() is var given
        && given.Count == Expected.Count
            ? ShapeComparison.Separated(
                [.. Expected.Values], [.. given.Select(s => new MatrixShape(s.Rows, s.Columns))], Reading.Equalities)
            : [];

    /// <summary>Whether the shapes would be right with some matrices transposed, or too few shapes are written to exclude it.</summary>
    public bool MayBeTransposed { get; }

    /// <summary>The student's own sentences.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Whether sizes are spoken of in connection with each of the matrices.</summary>
    public bool SpeaksOfSizesOfAll(IEnumerable<string> matrices) =>
        matrices.All(m => Sentences.Any(s => Mentions(s, m) && Has(s, WordsOfSize)));

    /// <summary>
    /// Whether some agreement of sizes is spoken of in words that were not understood: what another criterion is said by is understood,
    /// unless it speaks of the given matrices alone, too.
    /// </summary>
    /// <param name="criterion">The criterion that was not found.</param>
    /// <param name="foreign">The matrices that the others do not speak of.</param>
    public bool SpeaksOfAgreement(ShapesCriterion criterion, IReadOnlyCollection<string> foreign)
    {
        var understood = question.Criteria.OfType<ShapesCriterion>().Where(c => c != criterion && c.Shared is not null)
            .Select(Match).Where(m => m.IsClear).SelectMany(m => m.Hit!.Sentences)
            .Where(s => !foreign.Any(m => Mentions(s, m))).ToList();
        return Sentences.Any(s => Has(s, WordsOfAgreement) && !understood.Contains(s));
    }

    /// <summary>How the shapes of all matrices compare with the rubric's; <c>null</c> where one is missing.</summary>
    public ShapeVerdict? CompareAll()
    {
        var given = Expected.Keys.Select(ShapeOf).OfType<ShapeStatement>().ToList();
        if (given.Count < Expected.Count)
            return null;
        return given.Exists(s => s.IsNumeric) || Expected.Keys.Any(Reading.IsContradictory)
            ? ShapeVerdict.Unclear
            : ShapeComparison.Compare([.. Expected.Values], [.. given.Select(s => new MatrixShape(s.Rows, s.Columns))], Reading.Equalities);
    }

    public LevelMatch Match(ShapesCriterion criterion) => LevelMatcher.Match(Sentences, criterion.Levels, criterion.Contradicts);

    /// <summary>The confidence, given what the student says about the answer itself.</summary>
    public double Settles(double confidence) =>
        AnswerRemarks.CorrectsItself(Sentences) ? Math.Min(confidence, ShapeConfidence.Unclear) : confidence;

    public IEnumerable<Evidence> Locate(ShapeStatement statement) =>
        EvidenceFinder.Find(answer.Blocks[statement.Block], statement.Start, statement.Length);

    public IEnumerable<Evidence> Locate(Sentence sentence) =>
        EvidenceFinder.Find(answer.Blocks[sentence.Block], sentence.Start, sentence.Length);

    // KᵀQ or QᵀK: a transposed matrix before another.
    private bool IsTransposedFirst(IReadOnlyList<NotationToken> tokens) => Enumerable.Range(0, Math.Max(0, tokens.Count - 1))
        .Any(i => tokens[i] is { Kind: NotationKind.Name, IsTransposed: true } && Expected.ContainsKey(tokens[i].Text)
            && Expected.ContainsKey(tokens[tokens[i + 1].IsAny("·", "*") && i + 2 < tokens.Count ? i + 2 : i + 1].Text));

    private bool Mentions(Sentence sentence, string matrix) =>
        (rowNames.TryGetValue(matrix, out var names) && names.IsIn(sentence.Tokens))
        || NotationScanner.Scan(sentence.Text, linesEnd: false).Any(t => t.Kind == NotationKind.Name && t.Text == matrix);

    private static bool Has(Sentence sentence, HashSet<string> words) =>
        NotationScanner.Scan(sentence.Text, linesEnd: false).Any(t => t.Kind == NotationKind.Name && words.Contains(t.Word));
}
