using AutoGrader.Numerics;

namespace AutoGrader.Core.Formulas;

/// <summary>What is known of an expression before it is evaluated.</summary>
/// <param name="Shape">Its shape; 1×1 for a number.</param>
/// <param name="Constant">Its value where that follows from numbers and shapes alone, as sizes of <c>reshape</c> and <c>identity</c>
/// must; else <c>null</c>.</param>
internal readonly record struct Quantity(Shape Shape, double? Constant = null)
{
    public static Quantity Number(double? constant = null) => new(new Shape(1, 1), constant);
}
