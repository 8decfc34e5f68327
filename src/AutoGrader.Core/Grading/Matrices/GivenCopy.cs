using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// A given matrix as a student copied it from the sheet, perhaps transposed, perhaps with a slip under the sheet's own name.
/// </summary>
/// <param name="Matrix">The student's matrix.</param>
/// <param name="Given">What was copied.</param>
/// <param name="IsTransposed">Whether it was transposed on the way.</param>
internal sealed record GivenCopy(StudentMatrix Matrix, GivenValue Given, bool IsTransposed)
{
    /// <summary>The student's numbers in the sheet's orientation; the sheet's where an entry could not be read.</summary>
    public Matrix<double> Upright()
    {
        var own = IsTransposed ? Matrix.Values.Transpose() : Matrix.Values.Clone();
        own.MapIndexedInplace((row, column, x) => double.IsNaN(x) ? Given.Value.Exact[row, column] : x, Zeros.Include);
        return own;
    }

    /// <summary>The copy that a matrix is; <c>null</c> where it is none, or equals a step and so may be its value.</summary>
    public static GivenCopy? TryFind(StudentMatrix matrix, ComputationPlan plan, EntryTolerance tolerance)
    {
        foreach (var given in plan.Given)
        {
            var isUpright = matrix.IsAsFarAsCertain(given.Value, tolerance)
                || (matrix.Name == given.WrittenName && matrix.Shape == given.Shape);
            if (!isUpright && !matrix.IsAsFarAsCertain(given.Transposed, tolerance)
                && (matrix.Name != given.TransposedName || matrix.Shape != new Numerics.Shape(given.Shape.Columns, given.Shape.Rows)))
                continue;
            return plan.Steps.Any(step => matrix.Is(step.Reference, tolerance)) ? null : new GivenCopy(matrix, given, !isUpright);
        }

        return null;
    }
}
