using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Several sequences side by side, T×B×d: up to T steps of B sequences with d features each. A sequence may be shorter than T, down to no
/// step at all; what lies behind its end is padding, which is 0 and never takes part in a computation. Immutable.
/// </summary>
/// <remarks>The layout of the ONNX recurrent operators with <c>layout = 0</c> and their input <c>sequence_lens</c>.</remarks>
public sealed class SequenceBatch
{
    private readonly double[] _data;
    private readonly int[] _lengths;

    internal SequenceBatch(double[] data, int steps, int features, int[] lengths)
    {
        (_data, StepCount, FeatureCount, _lengths) = (data, steps, features, lengths);
    }

    /// <summary>T, the steps of the longest sequence or more.</summary>
    public int StepCount { get; }

    /// <summary>B, the number of sequences, at least 1.</summary>
    public int SequenceCount => _lengths.Length;

    /// <summary>d, the number of features of every step.</summary>
    public int FeatureCount { get; }

    /// <summary>The steps of every sequence, from 0 to T.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    /// <summary>The entries, step by step, within a step sequence by sequence: T·B rows of d. Only to be read.</summary>
    internal double[] Data => _data;

    internal int[] LengthArray => _lengths;

    /// <summary>A batch of whole sequences; T is the number of rows of the longest.</summary>
    /// <param name="sequences">B matrices T_b×d: a row per step.</param>
    /// <exception cref="ArgumentException">There is no sequence, or the batch is too large for one array.</exception>
    /// <exception cref="ShapeMismatchException">Two sequences differ in d.</exception>
    public static SequenceBatch OfSequences(params IReadOnlyList<Matrix<double>> sequences)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("A batch needs at least one sequence.", nameof(sequences));
        var (steps, features) = (sequences.Max(x => x.RowCount), sequences[0].ColumnCount);
        var data = Allocate(steps, sequences.Count, features);
        for (var b = 0; b < sequences.Count; b++)
        {
            RequireSameColumns(sequences[0], sequences[b]);
            for (var t = 0; t < sequences[b].RowCount; t++)
            {
                for (var j = 0; j < features; j++)
                    data[(t * sequences.Count + b) * features + j] = sequences[b].At(t, j);
            }
        }

        return new SequenceBatch(data, steps, features, [.. sequences.Select(x => x.RowCount)]);
    }

    /// <summary>A batch given step by step.</summary>
    /// <param name="steps">T matrices B×d: a row per sequence.</param>
    /// <param name="lengths">The steps of every sequence; <c>null</c> where all have T. Entries behind the end are not used.</param>
    /// <exception cref="ArgumentException">There is no step or no sequence, or the batch is too large for one array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 0 or above T.</exception>
    /// <exception cref="ShapeMismatchException">Two steps differ in shape, or the lengths are not B.</exception>
    public static SequenceBatch OfSteps(IReadOnlyList<Matrix<double>> steps, IReadOnlyList<int>? lengths = null)
    {
        if (steps.Count == 0 || steps[0].RowCount == 0)
            throw new ArgumentException("A batch needs at least one step with at least one sequence.", nameof(steps));
        var (sequences, features) = (steps[0].RowCount, steps[0].ColumnCount);
        var checkedLengths = lengths?.ToArray() ?? [.. Enumerable.Repeat(steps.Count, sequences)];
        if (checkedLengths.Length != sequences)
        {
            throw Mismatch(
                "X₁", Shape.Of(steps[0]), "lengths", new Shape(1, checkedLengths.Length), "a length is needed for every sequence");
        }

        foreach (var length in checkedLengths)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(lengths));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, steps.Count, nameof(lengths));
        }

        var data = Allocate(steps.Count, sequences, features);
        for (var t = 0; t < steps.Count; t++)
        {
            if (Shape.Of(steps[t]) != Shape.Of(steps[0]))
                throw Mismatch("X₁", Shape.Of(steps[0]), "another step", Shape.Of(steps[t]), "all steps need the same shape");
            for (var b = 0; b < sequences; b++)
            {
                for (var j = 0; j < features && t < checkedLengths[b]; j++)
                    data[(t * sequences + b) * features + j] = steps[t].At(b, j);
            }
        }

        return new SequenceBatch(data, steps.Count, features, checkedLengths);
    }

    /// <summary>A sequence without its padding, T_b×d.</summary>
    public Matrix<double> Sequence(int sequence) => Columns(sequence, 0, FeatureCount);

    /// <summary>A step of all sequences, B×d; 0 where a sequence has ended.</summary>
    public Matrix<double> Step(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, StepCount);
        return Matrix<double>.Build.Dense(
            SequenceCount, FeatureCount, (b, j) => _data[(step * SequenceCount + b) * FeatureCount + j]);
    }

    /// <summary>Zeros for T×B×d entries.</summary>
    /// <exception cref="ArgumentException">They are too many for one array.</exception>
    internal static double[] Allocate(int steps, int sequences, int features)
    {
        var count = (double)steps * sequences * features;
        return count <= Array.MaxLength
            ? new double[(int)count]
            : throw new ArgumentException($"{steps}×{sequences}×{features} numbers (steps × sequences × features) are too many.");
    }

    /// <summary>A batch of sequences of the same lengths.</summary>
    internal SequenceBatch With(double[] data, int features) => new(data, StepCount, features, _lengths);

    /// <summary>Some features of a sequence, T_b×count.</summary>
    internal Matrix<double> Columns(int sequence, int start, int count)
    {
        var length = _lengths[sequence];
        return Matrix<double>.Build.Dense(
            length, count, (t, j) => _data[(t * SequenceCount + sequence) * FeatureCount + start + j]);
    }

    private static void RequireSameColumns(Matrix<double> first, Matrix<double> other)
    {
        if (other.ColumnCount != first.ColumnCount)
        {
            throw Mismatch(
                "the first sequence", Shape.Of(first), "another sequence", Shape.Of(other), "all need the same number of columns d");
        }
    }

    private static ShapeMismatchException Mismatch(string leftName, Shape left, string rightName, Shape right, string rule) =>
        new("A batch", leftName, left, rightName, right, rule);
}
