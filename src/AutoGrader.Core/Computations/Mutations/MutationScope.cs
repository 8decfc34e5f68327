using System.Globalization;
using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>What mutations may know of a step: shapes, which matrices are given, whether it is the last one.</summary>
/// <param name="values">Given matrices and reference values of all steps by name.</param>
/// <param name="given">The given matrices.</param>
/// <param name="lastRoot">The whole formula, where the step is the last one.</param>
internal sealed class MutationScope(IReadOnlyDictionary<string, Matrix<double>> values, IReadOnlyList<string> given, Expression? lastRoot)
{
    private readonly Dictionary<string, Shape> _shapes = values.ToDictionary(v => v.Key, v => Shape.Of(v.Value), StringComparer.Ordinal);

    /// <summary>What was asked of it so far, counted as the formulas are that it was asked about.</summary>
    public long Work { get; private set; }

    /// <summary>The names of the given matrices, in the rubric's order.</summary>
    public IReadOnlyList<string> Given { get; } = given;

    /// <summary>
    /// Whether a node is the whole of the last step: what wraps the result of another step belongs to the step that goes on from it.
    /// </summary>
    public bool IsLastRoot(Expression node) => ReferenceEquals(node, lastRoot);

    public Shape ShapeOf(string name) => _shapes[name];

    /// <summary>What is known of an expression; <c>null</c> where its shapes do not fit or it is too large.</summary>
    public Quantity? QuantityOf(Expression expression) => Check(expression, out _);

    /// <summary>The shape of an expression; <c>null</c> where shapes do not fit.</summary>
    public Shape? ShapeOf(Expression expression) => Check(expression, out _)?.Shape;

    /// <summary>About how many multiplications an expression takes.</summary>
    public long WorkOf(Expression expression)
    {
        _ = Check(expression, out var work);
        return work;
    }

    public bool IsNumber(Expression expression) => QuantityOf(expression) is { Shape.IsScalar: true };

    public bool IsMatrix(Expression expression) => QuantityOf(expression) is { Shape.IsScalar: false };

    public bool IsGiven(Expression expression) => expression switch
    {
        NameExpression name => Given.Contains(name.Name, StringComparer.Ordinal),
        CallExpression { Function: "transpose" or "reshape" } call => IsGiven(call.Arguments[0]),
        _ => false,
    };

    public bool HasNegativeEntries(NameExpression name) =>
        values.TryGetValue(name.Name, out var value) && value.Exists(entry => entry < 0, Zeros.Include);

    /// <summary>An expression as people read it, with its number where it follows from shapes alone: <c>columns(K) = 4</c>.</summary>
    public string Describe(Expression expression)
    {
        var text = ExpressionText.ForPeople(expression);
        return expression is not NumberExpression && QuantityOf(expression)?.Constant is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{text} = {number:0.####}")
            : text;
    }

    /// <summary>The sizes of given matrices and their names, such as 3: rows(K), columns(V); in the rubric's order.</summary>
    public IEnumerable<IGrouping<int, string>> Sizes() => Given
        .SelectMany(name => new[] { (_shapes[name].Rows, $"rows({name})"), (_shapes[name].Columns, $"columns({name})") })
        .GroupBy(size => size.Item1, size => size.Item2);

    private Quantity? Check(Expression expression, out long work)
    {
        var checker = new FormulaChecker();
        try
        {
            return checker.Check(expression, _shapes);
        }
        catch (FormulaException)
        {
            return null;
        }
        finally
        {
            work = checker.Work;
            Work += work;
        }
    }
}
