using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Functions that work entry by entry.</summary>
internal static class EntryFunctions
{
    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        Of("sqrt(x)", Math.Sqrt),
        Of("exp(x)", Math.Exp),
        Of("log(x)", Math.Log),
        Of("tanh(x)", Math.Tanh),
        Of("sigmoid(x)", Sigmoid),
        Of("relu(x)", x => Math.Max(0, x)),
        Of("abs(x)", Math.Abs),
        Of("sign(x)", x => x > 0 ? 1 : x < 0 ? -1 : x), // Math.Sign throws for NaN
        Of("floor(x)", Math.Floor),
        Of("trunc(x)", Math.Truncate),
        OfTwo("minimum(x, y)", Math.Min),
        OfTwo("maximum(x, y)", Math.Max),
    ];

    // 1 / (1 + e^-x), written so that neither a large nor a small x loses digits.
    private static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static FormulaFunction Of(string usage, Func<double, double> function) => new(
        usage, 1, 1,
        x => x[0] with { Constant = x[0].Constant is { } constant ? function(constant) : null },
        x => x[0].Map(function, Zeros.Include))
    {
        Work = x => x[0].Shape.Count * FormulaFunction.Transcendental,
    };

    private static FormulaFunction OfTwo(string usage, Func<double, double, double> function) => new(
        usage, 2, 2,
        x =>
        {
            if (!x[0].Shape.IsScalar && !x[1].Shape.IsScalar && x[0].Shape != x[1].Shape)
                throw Mismatch(x.Call,
                    new(
                        $"x ({x[0].Shape}) and y ({x[1].Shape}) need the same shape, or one must be a number",
                        $"x ({x[0].Shape}) und y ({x[1].Shape}) brauchen dieselbe Form, oder eines muss eine Zahl sein"));
            double? constant = x[0].Constant is { } first && x[1].Constant is { } second ? function(first, second) : null;
            return new Quantity(x[0].Shape.IsScalar ? x[1].Shape : x[0].Shape, constant);
        },
        x => (x[0], x[1]) switch
        {
            ({ RowCount: 1, ColumnCount: 1 } number, var matrix) => matrix.Map(entry => function(number[0, 0], entry), Zeros.Include),
            (var matrix, { RowCount: 1, ColumnCount: 1 } number) => matrix.Map(entry => function(entry, number[0, 0]), Zeros.Include),
            var (left, right) => left.Map2(function, right, Zeros.Include),
        });
}
