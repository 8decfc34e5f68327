using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>Evaluates checked formulas. A number is a 1×1 matrix.</summary>
/// <param name="names">The values of the names.</param>
/// <param name="parts">Takes the value of every part of the formula that is a matrix, in the order of evaluation; may be
/// <c>null</c>.</param>
internal sealed class FormulaEvaluator(IReadOnlyDictionary<string, Matrix<double>> names, List<Matrix<double>>? parts = null)
{
    public Matrix<double> Evaluate(Expression expression)
    {
        var value = expression switch
        {
            NumberExpression number => Number(number.Value),
            NameExpression name => names[name.Name],
            NegationExpression negation => -Evaluate(negation.Operand),
            BinaryExpression binary => Combine(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
            MatrixExpression matrix => Matrix<double>.Build.DenseOfRows(
                matrix.Rows.Select(row => row.Select(entry => Evaluate(entry)[0, 0]))),
            CallExpression call => FormulaFunctions.All[call.Function].Evaluate(CallArguments.Of(call, Evaluate)),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
        if (value.RowCount > 1 || value.ColumnCount > 1)
            parts?.Add(value);
        return value;
    }

    private static Matrix<double> Combine(BinaryOperator binary, Matrix<double> left, Matrix<double> right) =>
        (binary, IsNumber(left), IsNumber(right)) switch
        {
            (BinaryOperator.Add, true, _) => left[0, 0] + right,
            (BinaryOperator.Add, _, true) => left + right[0, 0],
            (BinaryOperator.Add, _, _) => left + right,
            (BinaryOperator.Subtract, true, _) => left[0, 0] - right,
            (BinaryOperator.Subtract, _, true) => left - right[0, 0],
            (BinaryOperator.Subtract, _, _) => left - right,
            (BinaryOperator.Multiply or BinaryOperator.MultiplyEntries, true, _) => left[0, 0] * right,
            (BinaryOperator.Multiply or BinaryOperator.MultiplyEntries, _, true) => left * right[0, 0],
            (BinaryOperator.Multiply, _, _) => left * right,
            (BinaryOperator.MultiplyEntries, _, _) => left.PointwiseMultiply(right),
            (BinaryOperator.Power, true, _) => Number(Math.Pow(left[0, 0], right[0, 0])),
            (BinaryOperator.Power, _, _) => left.Power((int)right[0, 0]),
            (BinaryOperator.PowerEntries, true, _) => right.Map(exponent => Math.Pow(left[0, 0], exponent), Zeros.Include),
            (BinaryOperator.PowerEntries, _, true) => left.Map(entry => Math.Pow(entry, right[0, 0]), Zeros.Include),
            (BinaryOperator.PowerEntries, _, _) => left.Map2(Math.Pow, right, Zeros.Include),
            (_, _, true) => left.Map(entry => entry / right[0, 0], Zeros.Include), // Math.NET's own division throws on zero
            (_, true, _) => left[0, 0] / right,
            _ => left.PointwiseDivide(right),
        };

    private static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);

    private static bool IsNumber(Matrix<double> matrix) => matrix.RowCount == 1 && matrix.ColumnCount == 1;
}
