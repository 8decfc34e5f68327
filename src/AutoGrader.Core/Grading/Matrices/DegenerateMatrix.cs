using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Guards error carried forward: from a matrix of zeros everything later follows without work, and a copy of a given matrix or a matrix of
/// another shape is no result of the step under whose name it stands.
/// </summary>
internal static class DegenerateMatrix
{
    /// <summary>Why nothing is carried forward from a step's matrix; <c>null</c> where it may be.</summary>
    public static LocalizedText? Reason(StudentMatrix matrix, PlannedStep step) =>
        matrix.Count == 1 || !IsConstant(matrix.Values) || IsConstant(step.Reference.Exact) ? null : Because(
            "all entries of the earlier matrix are equal", "alle Einträge der früheren Matrix sind gleich");

    /// <summary>The reason for a matrix of another shape.</summary>
    public static LocalizedText WrongShape(StudentMatrix matrix, PlannedStep step) => Because(
        $"the earlier matrix is {matrix.Shape} instead of {step.Shape}", $"die frühere Matrix ist {matrix.Shape} statt {step.Shape}");

    /// <summary>The reason for a copy of a given matrix.</summary>
    public static LocalizedText Copied(GivenCopy copy) => Because(
        $"the earlier matrix is only a copy of {copy.Given.Name}", $"die frühere Matrix ist nur eine Kopie von {copy.Given.Name}");

    private static LocalizedText Because(string english, string german) =>
        new($"{english}, so nothing is carried forward from it", $"{german}, daher wird von ihr aus nicht weitergerechnet");

    private static bool IsConstant(Matrix<double> matrix) =>
        !matrix.Exists(entry => !entry.Equals(matrix[0, 0]) && !double.IsNaN(entry), Zeros.Include);
}
