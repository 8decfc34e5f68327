using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>A matrix of an answer that may be the value of a step.</summary>
internal sealed class StudentMatrix
{
    private StudentMatrix(int order, MatrixReading reading, string text)
    {
        Order = order;
        Reading = reading;
        Text = text;
        Name = WrittenName.Normalise(reading.Name ?? "");
        Shape = new Shape(reading.Rows, reading.Columns);
        Values = Matrix<double>.Build.Dense(reading.Rows, reading.Columns, (row, column) => reading[row, column].Value ?? double.NaN);
    }

    /// <summary>The position in the answer.</summary>
    public int Order { get; }

    public MatrixReading Reading { get; }

    /// <summary>The linear form as read.</summary>
    public string Text { get; }

    /// <summary>The normalised left-hand side; empty for none.</summary>
    public string Name { get; }

    public Shape Shape { get; }

    /// <summary>The numbers; NaN where an entry is none.</summary>
    public Matrix<double> Values { get; }

    /// <summary>
    /// The matrices of an answer in reading order, without copies of given matrices, without repetitions, and without those that hold
    /// hardly a number.
    /// </summary>
    public static IReadOnlyList<StudentMatrix> AllIn(Answer answer, ComputationPlan plan, EntryTolerance tolerance)
    {
        var result = new List<StudentMatrix>();
        foreach (var block in answer.Blocks)
        {
            foreach (var reading in block.Matrices)
            {
                var matrix = new StudentMatrix(result.Count, reading, TextOf(block, reading));
                if (reading.Entries.Count(e => e.Value is not null) * 2 > reading.Entries.Count && !matrix.IsGiven(plan, tolerance))
                    result.Add(matrix);
            }
        }

        return [.. result.Where(m => !result.Any(m.IsRepeated))];
    }

    /// <summary>Whether all rows or all columns sum to 1, as after a softmax or another normalisation.</summary>
    public bool IsNormalised =>
        Values.Enumerate().All(x => x is >= 0 and <= 1)
        && Values.Enumerate().Any(x => x is > 0 and < 1)
        && (Values.RowSums().All(IsAboutOne) || Values.ColumnSums().All(IsAboutOne));

    private static bool IsAboutOne(double sum) => Math.Abs(sum - 1) < 0.03;

    /// <summary>Whether it equals a matrix; unreadable entries count as equal.</summary>
    public bool Is(Matrix<double> expected, EntryTolerance tolerance) =>
        Shape == Shape.Of(expected) && Enumerable.Range(0, Reading.Entries.Count).All(i =>
            Reading.Entries[i].Value is null || tolerance.Accepts(expected[i / Shape.Columns, i % Shape.Columns], Reading.Entries[i]));

    /// <summary>
    /// A factor that repeats a value, or a value that is repeated later under the same name or elsewhere under a name of its own. Of
    /// <c>½·[22, 30] = [11, 15]</c> the last stays, whose entries are written as they are.
    /// </summary>
    private bool IsRepeated(StudentMatrix other)
    {
        if (other == this || !Values.Equals(other.Values))
            return false;
        if (Reading.IsValue != other.Reading.IsValue)
            return other.Reading.IsValue;
        return Name == other.Name ? other.Order > Order : Name.Length == 0;
    }

    // Copied from the sheet, perhaps transposed, perhaps with a slip under the sheet's own name: no step either way.
    private bool IsGiven(ComputationPlan plan, EntryTolerance tolerance)
    {
        if (plan.Steps.Any(step => Is(plan.Reference[step.Name], tolerance)))
            return false;
        foreach (var (name, matrix) in plan.Computation.Given)
        {
            var transposed = matrix.Transpose();
            if (Is(matrix, tolerance) || Is(transposed, tolerance))
                return true;
            if (Name == WrittenName.Normalise(name) && Shape == Shape.Of(matrix))
                return true;
            if (Name == WrittenName.Normalise(name + "^T") && Shape == Shape.Of(transposed))
                return true;
        }

        return false;
    }

    private static string TextOf(ReportBlock block, MatrixReading reading) =>
        reading.Start >= 0 && reading.Length > 0 && reading.Start + reading.Length <= block.Text.Length
            ? block.Text.Substring(reading.Start, reading.Length)
            : string.Join(' ', reading.Entries.Select(e => e.Text));
}
