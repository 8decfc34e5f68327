using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Guards error carried forward: from a matrix of zeros everything later follows without work. (A copy of a given matrix and a matrix of
/// the wrong shape never become the value of a step in the first place.)
/// </summary>
internal static class DegenerateMatrix
{
    /// <summary>Why nothing is carried forward from a matrix; <c>null</c> where it may be.</summary>
    public static LocalizedText? Reason(StudentMatrix matrix, PlannedStep step)
    {
        if (matrix.Count == 1 || !IsConstant(matrix.Values) || IsConstant(step.Reference.Exact))
            return null;
        return new LocalizedText(
            "all entries of the earlier matrix are equal, so nothing is carried forward from it",
            "alle Einträge der früheren Matrix sind gleich, daher wird von ihr aus nicht weitergerechnet");
    }

    private static bool IsConstant(Matrix<double> matrix) =>
        !matrix.Exists(entry => !entry.Equals(matrix[0, 0]) && !double.IsNaN(entry), Zeros.Include);
}
