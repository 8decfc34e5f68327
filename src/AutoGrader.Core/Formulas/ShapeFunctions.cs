using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Core.Formulas.FormulaFunctions;

namespace AutoGrader.Core.Formulas;

/// <summary>Functions about the shape of matrices.</summary>
internal static class ShapeFunctions
{
    public static IReadOnlyList<FormulaFunction> All { get; } =
    [
        new("transpose(x)", 1, 1,
            x => new Quantity(new Shape(x[0].Shape.Columns, x[0].Shape.Rows), x[0].Constant),
            x => x[0].Transpose()),
        new("rows(x)", 1, 1, x => Quantity.Number(x[0].Shape.Rows), x => Number(x[0].RowCount)),
        new("columns(x)", 1, 1, x => Quantity.Number(x[0].Shape.Columns), x => Number(x[0].ColumnCount)),
        new("identity(n)", 1, 1,
            x => new Quantity(Sized(x.Call, Size(x, 0), Size(x, 0))),
            x => Matrix<double>.Build.DenseIdentity((int)x[0][0, 0])),
        new("reshape(x, rows, columns)", 3, 3, CheckReshape, Reshape),
    ];

    private static Quantity CheckReshape(CallArguments<Quantity> x)
    {
        var shape = Sized(x.Call, Size(x, 1), Size(x, 2));
        if (shape.Count != x[0].Shape.Count)
        {
            throw new FormulaException(
                x.Call.Column,
                new(
                    $"reshape cannot turn {x[0].Shape} into {shape}: the numbers of entries differ.",
                    $"reshape kann aus {x[0].Shape} nicht {shape} machen: Die Zahl der Einträge ist verschieden."),
                new("Let rows times columns stay the same.", "Zeilen mal Spalten muss gleich bleiben."));
        }

        return new Quantity(shape);
    }

    // Row by row, like numpy.reshape; Math.NET stores by columns.
    private static Matrix<double> Reshape(CallArguments<Matrix<double>> x) =>
        Matrix<double>.Build.DenseOfRowMajor((int)x[1][0, 0], (int)x[2][0, 0], x[0].ToRowMajorArray());

    private static Shape Sized(CallExpression call, int rows, int columns)
    {
        var shape = new Shape(rows, columns);
        return shape.Count <= FormulaChecker.MaximumEntries
            ? shape
            : throw new FormulaException(
                call.Column,
                new($"A matrix of {shape} entries is too large.", $"Eine Matrix von {shape} Einträgen ist zu groß."),
                new(
                    $"Use at most {FormulaChecker.MaximumEntries} entries.",
                    $"Verwenden Sie höchstens {FormulaChecker.MaximumEntries} Einträge."));
    }
}
