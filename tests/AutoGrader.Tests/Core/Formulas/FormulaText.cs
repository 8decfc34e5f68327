using System.Globalization;
using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Core.Formulas;

/// <summary>Formulas and their values as text.</summary>
internal static class FormulaText
{
    public static Matrix<double> Evaluate(string source, Dictionary<string, Matrix<double>>? names = null)
    {
        names ??= [];
        var formula = Formula.Parse(source);
        var quantity = new FormulaChecker().Check(formula.Root, names.ToDictionary(n => n.Key, n => Shape.Of(n.Value)));
        var value = new FormulaEvaluator(names).Evaluate(formula.Root);
        Assert.Equal(quantity.Shape, Shape.Of(value));
        return value;
    }

    /// <summary>Rows separated by semicolons, entries with all their digits.</summary>
    public static string Text(Matrix<double> value) => string.Join(
        "; ", value.EnumerateRows().Select(row => string.Join(' ', row.Select(x => x.ToString("R", CultureInfo.InvariantCulture)))));
}
