using System.Collections.Frozen;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Formulas;

/// <summary>The functions of the formula language. The numbers come from <c>AutoGrader.Numerics</c>.</summary>
internal static class FormulaFunctions
{
    public static FrozenDictionary<string, FormulaFunction> All { get; } =
        ShapeFunctions.All
            .Concat(EntryFunctions.All)
            .Concat(Reductions.All)
            .Concat(AttentionFunctions.All)
            .Concat(RecurrentFunctions.All)
            .Concat(IdentityFunctions.All)
            .Concat(CostFunctions.All)
            .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>An argument that is a size: a positive whole number that follows from numbers and shapes alone.</summary>
    public static int Size(CallArguments<Quantity> x, int argument) => Size(x.Call, x.Call.Arguments[argument], x[argument]);

    /// <summary>The same of an argument with a name; <paramref name="otherwise"/> where it is not given.</summary>
    public static int Size(CallArguments<Quantity> x, string name, int otherwise) =>
        x.Has(name) ? Size(x.Call, x.ExpressionOf(name), x.Named(name, default)) : otherwise;

    private static int Size(CallExpression call, Expression argument, Quantity quantity) => quantity.Constant switch
    {
        null => throw new FormulaException(
            argument.Column,
            new(
                $"A size of {call.Function} must follow from numbers and shapes alone.",
                $"Eine Größe von {call.Function} muss allein aus Zahlen und Formen folgen."),
            new("Use numbers, rows(x) and columns(x).", "Verwenden Sie Zahlen, rows(x) und columns(x).")),
        >= 1 and <= FormulaChecker.MaximumEntries and var size when Math.Truncate(size) == size => (int)size,
        _ => throw new FormulaException(
            argument.Column,
            new(
                $"A size of {call.Function} must be a whole number from 1 to {FormulaChecker.MaximumEntries}.",
                $"Eine Größe von {call.Function} muss eine ganze Zahl von 1 bis {FormulaChecker.MaximumEntries} sein."),
            new("Use such a number.", "Verwenden Sie eine solche Zahl.")),
    };

    /// <summary>The fault of arguments whose shapes do not fit.</summary>
    public static FormulaException Mismatch(CallExpression call, LocalizedText rule) =>
        new(call.Column, new($"{call.Function} does not fit: {rule.English}.", $"{call.Function} passt nicht: {rule.German}."),
            new(
                "Check the order of the arguments and whether one must be transposed.",
                "Prüfen Sie die Reihenfolge der Argumente, und ob eines transponiert werden muss."));

    public static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);
}
