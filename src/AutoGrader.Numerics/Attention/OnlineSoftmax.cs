using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoGrader.Numerics.Kernels;

namespace AutoGrader.Numerics.Attention;

/// <summary>
/// The softmax over keys that come block by block, for the queries of one panel side by side in the lanes of vectors: per query the largest
/// score so far and the sum of exp(score − largest). What was summed up before a larger score came is corrected by a factor.
/// Source: Milakov, Gimelshein, Online Normalizer Calculation for Softmax (2018), algorithm 3.
/// </summary>
internal sealed class OnlineSoftmax
{
    /// <summary>Below, exp is under the smallest normal number and taken for 0.</summary>
    private const double SmallestExponent = -708;

    private static readonly int Lanes = Vector512<double>.Count;

    private readonly double[] _largest = new double[MicroKernel.Rows];
    private readonly double[] _sums = new double[MicroKernel.Rows];
    private readonly double[] _corrections = new double[MicroKernel.Rows];

    /// <summary>Starts with no key.</summary>
    public OnlineSoftmax() => Array.Fill(_largest, double.NegativeInfinity);

    /// <summary>Per query Σ exp(score − largest) over all keys so far; 0 for a query that saw none.</summary>
    public ReadOnlySpan<double> Sums => _sums;

    /// <summary>Takes in a block of keys and turns its scores into exp(score − largest).</summary>
    /// <param name="scores">Key by key, each with a score per query of the panel.</param>
    /// <param name="keys">How many keys.</param>
    /// <param name="factor">What the scores have yet to be multiplied by.</param>
    /// <returns>Whether all scores are finite or −∞; if not, nothing here is of use any more.</returns>
    public bool TryTake(Span<double> scores, int keys, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, keys * MicroKernel.Rows);
        for (var lane = 0; lane < MicroKernel.Rows; lane += Lanes)
        {
            if (!TryTakeLanes(ref scores[lane], keys, factor, lane))
                return false;
        }

        return true;
    }

    /// <summary>Corrects what was summed up over the earlier blocks with the weights of then.</summary>
    /// <param name="sums">Column by column, each with a number per query of the panel.</param>
    public void Correct(Span<double> sums)
    {
        for (var lane = 0; lane < MicroKernel.Rows; lane += Lanes)
        {
            var correction = Vector512.LoadUnsafe(ref _corrections[lane]);
            if (Vector512.EqualsAll(correction, Vector512<double>.One))
                continue;
            for (var at = lane; at < sums.Length; at += MicroKernel.Rows)
                (Vector512.LoadUnsafe(ref sums[at]) * correction).StoreUnsafe(ref sums[at]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryTakeLanes(ref double scores, int keys, double factor, int lane)
    {
        var before = Vector512.LoadUnsafe(ref _largest[lane]);
        var (largest, isOrdinary) = (before, Vector512<double>.AllBitsSet);
        ref var at = ref scores;
        for (var key = 0; key < keys; key++, at = ref Unsafe.Add(ref at, MicroKernel.Rows))
        {
            var score = Vector512.LoadUnsafe(ref at) * factor;
            score.StoreUnsafe(ref at);
            largest = Vector512.MaxNative(largest, score);
            isOrdinary &= Vector512.LessThan(score, Vector512.Create(double.PositiveInfinity));
        }

        if (!Vector512.EqualsAll(isOrdinary.AsInt64(), Vector512<long>.AllBitsSet))
            return false;
        // A query that has seen no key yet keeps −∞; subtracting that from −∞ would be NaN.
        var shift = Vector512.ConditionalSelect(
            Vector512.Equals(largest, Vector512.Create(double.NegativeInfinity)), Vector512<double>.Zero, largest);
        var correction = Exp(before - shift);
        var sum = Vector512.LoadUnsafe(ref _sums[lane]) * correction;
        at = ref scores;
        for (var key = 0; key < keys; key++, at = ref Unsafe.Add(ref at, MicroKernel.Rows))
        {
            var weight = Exp(Vector512.LoadUnsafe(ref at) - shift);
            weight.StoreUnsafe(ref at);
            sum += weight;
        }

        largest.StoreUnsafe(ref _largest[lane]);
        correction.StoreUnsafe(ref _corrections[lane]);
        sum.StoreUnsafe(ref _sums[lane]);
        return true;
    }

    // The library's vector exponential leaves its fast way as soon as one lane is out of range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exp(Vector512<double> exponent)
    {
        var smallest = Vector512.Create(SmallestExponent);
        var power = Vector512.Exp(Vector512.MaxNative(exponent, smallest));
        return Vector512.ConditionalSelect(Vector512.LessThan(exponent, smallest), Vector512<double>.Zero, power);
    }
}
