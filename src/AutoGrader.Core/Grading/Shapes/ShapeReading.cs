using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>All that an answer says on the shapes of a question's matrices in notation.</summary>
internal sealed class ShapeReading
{
    private readonly Dictionary<string, List<ShapeStatement>> statements = new(StringComparer.Ordinal);

    private ShapeReading(SymbolEqualities equalities) => Equalities = equalities;

    public SymbolEqualities Equalities { get; }

    /// <summary>Whether some shape was written whose matrix is not clear.</summary>
    public bool HasStray { get; private init; }

    /// <summary>Whether no shape at all is written, not even that of something else, nor anything in letters that may be one.</summary>
    public bool IsBlank { get; private init; }

    public static ShapeReading Of(Answer answer, IEnumerable<string> matrices)
    {
        var names = matrices.ToDictionary(NormalForm, name => name, StringComparer.Ordinal);
        var texts = ShapeText.Of(answer);
        var readings = texts.Select(text => ShapeStatements.Read(text, names.Keys)).ToList();
        var reading = new ShapeReading(SymbolEqualities.Read(texts))
        {
            HasStray = readings.Exists(r => r.HasStray),
            IsBlank = readings.TrueForAll(r => !r.HasStray && !r.HasOther && r.Statements.Count == 0)
                && !texts.Any(text => text.Tokens.Any(t => MayBeSize(t, names.Keys))),
        };
        foreach (var statement in readings.SelectMany(r => r.Statements))
            reading.Add(statement with { Matrix = names[statement.Matrix] });
        foreach (var (matrix, other) in texts.SelectMany(text => SameShape.Find(text.Tokens, names.Keys)))
            reading.Copy(names[matrix], names[other]);
        return reading;
    }

    /// <summary>What is said of a matrix: its one shape, in symbols where symbols are given; <c>null</c> where nothing is said.</summary>
    public ShapeStatement? ShapeOf(string matrix) => Preferred(matrix).FirstOrDefault();

    /// <summary>
    /// Whether all matrices are given the other way round, a column where the sheet has a row: another convention, as right as the sheet's.
    /// </summary>
    public bool IsTurned(IReadOnlyDictionary<string, MatrixShape> expected)
    {
        var given = expected.Keys.Select(ShapeOf).OfType<ShapeStatement>().Select(s => new MatrixShape(s.Rows, s.Columns)).ToList();
        var turned = given.ConvertAll(s => new MatrixShape(s.Columns, s.Rows));
        return given.Count == expected.Count && given.Count > 1
            && ShapeComparison.Compare([.. expected.Values], given, Equalities) == ShapeVerdict.Transposed
            && ShapeComparison.Compare([.. expected.Values], turned, Equalities) is ShapeVerdict.Right or ShapeVerdict.MoreGeneral;
    }

    /// <summary>Whether different shapes are given for a matrix.</summary>
    public bool IsContradictory(string matrix) => Preferred(matrix) is [var first, .. var rest] && rest.Any(s => !s.SaysSameAs(first));

    // Numbers beside symbols are an example; what stands directly behind a matrix outweighs what stands somewhere in the sentence.
    private List<ShapeStatement> Preferred(string matrix)
    {
        var all = statements.GetValueOrDefault(matrix, []);
        var symbolic = all.Exists(s => !s.IsNumeric) ? all.FindAll(s => !s.IsNumeric) : all;
        return symbolic.Exists(s => !s.IsLoose) ? symbolic.FindAll(s => !s.IsLoose) : symbolic;
    }

    // N_Q and d_k; Q_{ia}, whose indices may run over sizes. X W_Q is a product with weights.
    private static bool MayBeSize(NotationToken token, IEnumerable<string> matrices) =>
        token is { Kind: NotationKind.Name, IsScripted: true } && !token.Text.StartsWith('W')
            && (char.IsUpper(token.Text[0]) || token.Text[0] is 'd' or 'n' or 'm') && !matrices.Contains(token.Text);

    private void Add(ShapeStatement statement)
    {
        if (!statements.TryGetValue(statement.Matrix, out var of))
            statements[statement.Matrix] = of = [];
        of.Add(statement);
    }

    private void Copy(string matrix, string other)
    {
        if (ShapeOf(matrix) is null && ShapeOf(other) is { } shape)
            Add(shape with { Matrix = matrix });
        else if (ShapeOf(other) is null && ShapeOf(matrix) is { } own)
            Add(own with { Matrix = other });
    }

    private static string NormalForm(string name) => string.Concat(NotationScanner.Scan(name, linesEnd: false).Select(t => t.Text));
}
