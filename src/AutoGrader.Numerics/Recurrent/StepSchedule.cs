using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Which row of a batch's data a sequence is at, at every step of a recurrence. Sequences are independent of each other, so they are
/// computed in blocks, longest first; what a sequence gets does not depend on its block.
/// </summary>
internal sealed class StepSchedule
{
    private readonly int[] _lengths;
    private readonly int[] _order;
    private readonly int _steps;

    public StepSchedule(SequenceBatch batch, Direction direction)
    {
        (_lengths, _steps, Direction) = (batch.LengthArray, batch.StepCount, direction);
        _order = [.. Enumerable.Range(0, _lengths.Length).OrderByDescending(b => _lengths[b])];
    }

    /// <summary>The order of the steps.</summary>
    public Direction Direction { get; }

    /// <summary>Runs every block once.</summary>
    /// <param name="multiplicationsPerStep">What one step of one sequence costs, roughly.</param>
    /// <param name="run">Computes a block.</param>
    public void ForEachBlock(double multiplicationsPerStep, Action<Block> run)
    {
        var width = StepProduct.Width;
        var work = multiplicationsPerStep * _steps * _order.Length;
        Workers.Run(
            Workers.Parts(_order.Length, width),
            work,
            part => run(new Block(this, part * width, Math.Min(width, _order.Length - part * width))));
    }

    /// <summary>The row of the batch's data that every sequence reads first; below 0 where it has none.</summary>
    public int[] FirstRows() => [.. _lengths.Select((length, b) =>
        length == 0 ? -1 : (Direction == Direction.Reverse ? length - 1 : 0) * _lengths.Length + b)];

    /// <summary>Sets the rows behind the end of every sequence to 0.</summary>
    public void ClearPadding(double[] data, int features)
    {
        for (var b = 0; b < _lengths.Length; b++)
        {
            for (var t = _lengths[b]; t < _steps; t++)
                data.AsSpan((t * _lengths.Length + b) * features, features).Clear();
        }
    }

    /// <summary>What every sequence had after its last step of the recurrence, B×h.</summary>
    /// <param name="states">T×B×h.</param>
    /// <param name="initial">B×h: what a sequence without steps has.</param>
    public Matrix<double> Final(double[] states, Matrix<double> initial)
    {
        var hidden = initial.ColumnCount;
        return Matrix<double>.Build.Dense(_lengths.Length, hidden, (b, j) => _lengths[b] == 0
            ? initial.At(b, j)
            : states[((Direction == Direction.Reverse ? 0 : _lengths[b] - 1) * _lengths.Length + b) * hidden + j]);
    }

    /// <summary>Sequences that are computed together.</summary>
    internal readonly struct Block(StepSchedule schedule, int first, int count)
    {
        /// <summary>How many there are.</summary>
        public int Count => count;

        /// <summary>The steps of the longest.</summary>
        public int Steps => count == 0 ? 0 : Length(0);

        /// <summary>The number in the batch of a sequence of this block.</summary>
        public int Sequence(int index) => schedule._order[first + index];

        /// <summary>The steps of a sequence of this block; none has more than the one before it.</summary>
        public int Length(int index) => schedule._lengths[Sequence(index)];

        /// <summary>How many sequences, from the first on, still have a step of that number (from 0).</summary>
        public int Active(int step)
        {
            var active = count;
            while (active > 0 && Length(active - 1) <= step)
                active--;
            return active;
        }

        /// <summary>The row of the batch's data that a sequence reads at a step of the recurrence.</summary>
        public int Row(int step, int index)
        {
            var time = schedule.Direction == Direction.Reverse ? Length(index) - 1 - step : step;
            return time * schedule._order.Length + Sequence(index);
        }
    }
}
