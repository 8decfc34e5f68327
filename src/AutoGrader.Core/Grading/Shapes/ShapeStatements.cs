using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Finds which matrix each written shape is said of.</summary>
internal sealed class ShapeStatements
{
    private const int LongestReach = 14;
    private const int Denying = 4;
    private const int LongestAside = 40;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "query", "queries", "key", "keys", "value", "values" };

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "two", "three", "four", "them", "they", "zwei", "drei", "vier", "sie",
    };

    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal)
    {
        "in", "is", "are", "of", "has", "have", "be", "a", "an", "the", "size", "sizes", "shape", "shapes", "dimension", "dimensions",
        "dim", "dims", "form", "matrix", "matrices",
        "with", "both", "each", "all", "also", "element", "real", "torch", "where", "that", "say", "as", "being", "having", "type",
        "ist", "sind", "hat", "haben", "die", "der", "das", "eine", "ein", "einer", "größe", "grösse", "groesse", "große", "formen",
        "dimensionen", "matrizen", "auch", "mit", "von", "vom",
        "query", "queries", "key", "keys", "value", "values", "our", "then", "dann", "same", "gleiche", "dieselbe", "namely", "nämlich",
        "jeweils", "beide", "seien", "sei", "aus", "format",
    };

    private readonly IReadOnlyCollection<string> matrices;
    private readonly ShapeText text;
    private readonly List<ShapeStatement> statements = [];
    private int? denied;
    private int? aside;

    private ShapeStatements(ShapeText text, IReadOnlyCollection<string> matrices)
    {
        this.text = text;
        this.matrices = matrices;
    }

    /// <summary>Whether a shape is written here that could not be attributed.</summary>
    public bool HasStray { get; private set; }

    /// <summary>Whether a shape of something else is written here, such as that of a product or of a weight matrix.</summary>
    public bool HasOther { get; private set; }

    public IReadOnlyList<ShapeStatement> Statements => statements;

    private IReadOnlyList<NotationToken> Tokens => text.Tokens;

    public static ShapeStatements Read(ShapeText text, IReadOnlyCollection<string> matrices)
    {
        var reader = new ShapeStatements(text, matrices);
        for (var i = 0; i < text.Literals.Count; i += reader.SequenceLength(i))
            reader.Attribute(i, reader.SequenceLength(i));
        return reader;
    }

    // How many shapes follow each other as in "Q, K, V are n×d, m×d and m×e".
    private int SequenceLength(int index)
    {
        var length = 1;
        while (index + length < text.Literals.Count)
        {
            var (from, to) = (text.Literals[index + length - 1].Last + 1, text.Literals[index + length].First);
            if (from == to || !Enumerable.Range(from, to - from).All(i => Tokens[i].Is(",") || Tokens[i].Word is "and" or "und" or "bzw"))
                break;
            length++;
        }
        return length;
    }

    private void Attribute(int index, int count)
    {
        var literal = text.Literals[index];
        if (IsAside(index))
            (HasOther, aside) = (true, index);
        else if (IsDenied(index))
            denied = index;
        else if ((Before(index) ?? Instead(index)) is { } subjects)
            Attribute(index, count, subjects, isLoose: false);
        else if (literal.IsTuple || IsFactor(literal) || BelongsToOther(literal))
            HasOther = true;
        else if (After(literal) is { } follower)
            Add(literal, follower, isTransposed: false, literal.First, isLoose: false);
        else if (literal.HasField)
            HasStray = true;
        else
            AttributeLoosely(index, count);
    }

    private void AttributeLoosely(int index, int count)
    {
        if (Near(index) is { } subjects)
            Attribute(index, count, subjects, isLoose: true);
        else
            HasStray = true;
    }

    private void Attribute(int index, int count, ShapeSubjects subjects, bool isLoose)
    {
        var isDistributed = count > 1 && count == subjects.Names.Count;
        if (count > 1 && !isDistributed)
            HasStray = true;
        foreach (var (position, name) in subjects.Names.Index())
            Add(text.Literals[isDistributed ? index + position : index], name, subjects.Transposed.Contains(name), subjects.First, isLoose);
    }

    // The matrices directly before the shape, or before the equation it is the end of.
    private ShapeSubjects? Before(int index)
    {
        var literal = text.Literals[index];
        var barrier = Barrier(index);
        var position = literal.First - 1;
        while (position >= barrier && IsConnector(position))
            position--;
        if (position >= barrier && ShapeSubjects.EndingAt(Tokens, position, matrices, barrier) is { } direct)
            return direct;
        // dim(Q) = n×d
        if (position >= barrier + 3 && Tokens[position].Is(")") && Tokens[position - 2].Is("(")
            && Tokens[position - 3].Word is "dim" or "shape" or "size" or "form" or "dims")
            return ShapeSubjects.EndingAt(Tokens, position - 1, matrices, position - 1);
        return (literal.HasField ? LeftOfEquation(position, barrier) : null) ?? AllOfThem(literal.First, position, barrier);
    }

    // "All three have the shape N×d"
    private ShapeSubjects? AllOfThem(int first, int position, int barrier)
    {
        var from = Math.Max(0, first - 1);
        while (from > barrier && from > first - LongestReach && Tokens[from - 1].Kind != NotationKind.Stop)
            from--;
        var said = Enumerable.Range(from, Math.Max(0, first - from)).ToList();
        if (!said.Any(i => Tokens[i].Word is "all" or "alle") || said.Any(i => matrices.Contains(Tokens[i].Text))
            || (position >= from && !Counted.Contains(Tokens[position].Word)))
            return null;
        return new ShapeSubjects([.. matrices], new HashSet<string>(), from);
    }

    // "K is not n×d but m×d"
    private ShapeSubjects? Instead(int index) =>
        index > 0 && denied == index - 1 && Enumerable.Range(Barrier(index), text.Literals[index].First - Barrier(index))
            .All(i => Tokens[i].IsAny(",", "∈") || Tokens[i].Word is "but" or "sondern" or "rather" or "in" or "is" or "ist")
            ? Before(index - 1) ?? Near(index - 1) : null;

    private bool IsDenied(int index)
    {
        var first = text.Literals[index].First;
        return Enumerable.Range(Barrier(index), first - Barrier(index)).TakeLast(Denying)
            .Any(i => Tokens[i].Word is "not" or "nicht" or "never" or "isn't") && index + 1 < text.Literals.Count;
    }

    // "Q: n×d (also written L×d)": what brackets add behind a shape is no other statement.
    private bool IsAside(int index)
    {
        var first = text.Literals[index].First;
        var depth = 0;
        for (var i = first - 1; index > 0 && i >= 0 && i > first - LongestAside; i--)
        {
            if (Tokens[i].Kind == NotationKind.Stop || matrices.Contains(Tokens[i].Text))
                return false;
            depth += Tokens[i].Is(")") ? 1 : Tokens[i].Is("(") ? -1 : 0;
            if (depth < 0)
                return text.Literals[index - 1].Last == i - 1 || (text.Literals[index - 1].First > i && aside == index - 1);
        }
        return false;
    }

    // The nearest matrices before in the sentence.
    private ShapeSubjects? Near(int index)
    {
        var first = text.Literals[index].First;
        for (var position = first - 1; position >= Barrier(index) && position > first - LongestReach
            && Tokens[position].Kind != NotationKind.Stop; position--)
            if (ShapeSubjects.EndingAt(Tokens, position, matrices, Barrier(index)) is { } near)
                return near;
        return null;
    }

    private int Barrier(int index) => index == 0 ? 0 : text.Literals[index - 1].Last + 1;

    // Q = (q_1, …, q_n)^T ∈ ℝ^{n×d}
    private ShapeSubjects? LeftOfEquation(int position, int barrier)
    {
        for (var depth = 0; position > barrier && Tokens[position].Kind != NotationKind.Stop; position--)
        {
            depth += Tokens[position].IsAny(")", "]", "}") ? 1 : Tokens[position].IsAny("(", "[", "{") ? -1 : 0;
            if (depth == 0
                && (Tokens[position].IsAny(",", ";") || (Tokens[position].IsWord && !Connectors.Contains(Tokens[position].Word))))
                return null;
            if (depth == 0 && Tokens[position].Is("=")
                && ShapeSubjects.EndingAt(Tokens, Tokens[position - 1].Is(":") ? position - 2 : position - 1, matrices, barrier)
                    is { } subjects)
                return subjects;
        }
        return null;
    }

    // "an n×d matrix Q", "n×d for Q"
    private string? After(ShapeLiteral literal)
    {
        for (var i = literal.Last + 1; i < Tokens.Count && i <= literal.Last + 4; i++)
        {
            if (matrices.Contains(Tokens[i].Text) && (i + 1 == Tokens.Count || !IsProductSign(Tokens[i + 1])))
                return Tokens[i].IsTransposed ? null : Tokens[i].Text;
            if (!(Tokens[i].Is("-") || Tokens[i].Is(")") || Tokens[i].Word is "matrix" or "for" or "für"))
                return null;
        }
        return null;
    }

    private void Add(ShapeLiteral literal, string matrix, bool isTransposed, int firstToken, bool isLoose)
    {
        var start = Tokens[Math.Min(firstToken, literal.First)].Start;
        var (rows, columns) = isTransposed ? (literal.Columns, literal.Rows) : (literal.Rows, literal.Columns);
        statements.Add(new ShapeStatement(matrix, rows, columns, text.Block, start, Tokens[literal.Last].End - start,
            literal.Lead, isLoose));
    }

    private bool IsConnector(int index)
    {
        var token = Tokens[index];
        if (token.Is(",") || token.Word is "and" or "und")
            return index > 0 && index + 1 < Tokens.Count
                && (Names.Contains(Tokens[index + 1].Word) || Names.Contains(Tokens[index - 1].Word));
        return token.IsAny("∈", ":", "=", "\t", "(", "[", "|", "->", "→", "$", "~")
            || (token.Kind == NotationKind.Name && Connectors.Contains(token.Word) && !matrices.Contains(token.Text))
            || (token.Is(".") && index + 1 < Tokens.Count && Tokens[index + 1].Word is "shape" or "size")
            || (token.Is("-") && index + 1 < Tokens.Count && Tokens[index + 1].Is(">"))
            || (token.Is(">") && index > 0 && Tokens[index - 1].Is("-"));
    }

    // (n×p)(p×m)(m×r): a chain of factors, said of no single matrix.
    private bool IsFactor(ShapeLiteral literal) =>
        (literal.Last + 2 < Tokens.Count && Tokens[literal.Last + 1].Is(")") && Tokens[literal.Last + 2].IsAny("(", "·", "*", "×"))
        || (literal.First >= 2 && Tokens[literal.First - 1].Is("(") && Tokens[literal.First - 2].IsAny(")", "·", "*", "×"));

    // QK^T is n×m: the shape of something else.
    private bool BelongsToOther(ShapeLiteral literal)
    {
        var position = literal.First - 1;
        while (position >= 0 && IsConnector(position))
            position--;
        return position >= 0 && EndsOther(Tokens[position]);
    }

    private static bool EndsOther(NotationToken token) =>
        token.Is(")") || (token.Kind == NotationKind.Name && !token.IsWord && token.Text.Any(char.IsUpper));

    private static bool IsProductSign(NotationToken token) =>
        token.IsAny("·", "*", "^", "_") || token is { Kind: NotationKind.Name, IsWord: false };
}
