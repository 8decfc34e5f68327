using System.Diagnostics;
using System.Globalization;
using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using AutoGrader.Numerics.Convolution;
using AutoGrader.Numerics.Cost;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Benchmarks.Growth;

/// <summary>
/// Question 3.6 of the sheet, measured: time and memory of self-attention and of a convolution over square images of N pixels. What matters
/// is the slope in logarithms, 2 for what grows like N², 1 for what grows like N; times belong to the machine and the implementation.
/// </summary>
internal static class GrowthReport
{
    private const int Dimension = 64;
    private const int KernelSize = 3;
    private static readonly int[] Sides = [24, 32, 48, 64, 96];

    public static void Run(TextWriter output)
    {
        output.WriteLine($"d = {Dimension} channels, convolution {KernelSize}×{KernelSize} with zero padding; medians");
        Print(output, "self-attention, softmax(QKᵀ/√d)V", Attention, n => LayerCost.OfSelfAttention(n, Dimension));
        Print(output, "convolution", Convolution, n => LayerCost.OfConvolution(n, KernelSize * KernelSize, Dimension, Dimension));
    }

    private static void Print(TextWriter output, string title, Func<int, Action> prepare, Func<int, LayerCost> cost)
    {
        var table = new TextTable("N", "multiply-adds", "time", "ns per 1,000", "slope", "allocated", "slope");
        var (lengths, times, memories) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var side in Sides)
        {
            var work = prepare(side);
            lengths.Add(side * side);
            memories.Add(Allocated(work));
            times.Add(Median(work));
            var count = cost(side * side).MultiplyAdds;
            table.Add(
                Text(lengths[^1], "0"),
                count.ToString("N0", CultureInfo.InvariantCulture),
                Text(times[^1] * 1000, "0.00 ms"),
                Text(times[^1] * 1e12 / (double)count, "0"),
                Slope(lengths, times),
                Text(memories[^1] / (1 << 20), "0.0 MB"),
                Slope(lengths, memories));
        }

        table.Print(output, title);
        output.WriteLine(
            $"  slope over all N: time {Text(GrowthExponent.Of(lengths, times), "0.00")}, "
            + $"allocated {Text(GrowthExponent.Of(lengths, memories), "0.00")}, "
            + $"counted {Text(GrowthExponent.Of(lengths, [.. lengths.Select(n => (double)cost((int)n).MultiplyAdds)]), "0.00")}");
    }

    private static Action Attention(int side)
    {
        var random = new Random(1);
        var (queries, keys, values) = (Normal(random, side * side), Normal(random, side * side), Normal(random, side * side));
        return () => ScaledDotProductAttention.Output(queries, keys, values);
    }

    private static Action Convolution(int side)
    {
        var random = new Random(1);
        var image = new FeatureMap(side, side, Normal(random, side * side));
        var layer = new ConvolutionLayer(new Shape(KernelSize, KernelSize), Normal(random, KernelSize * KernelSize * Dimension));
        return () => layer.Apply(image);
    }

    private static Matrix<double> Normal(Random random, int rows) =>
        Matrix<double>.Build.Dense(rows, Dimension, (_, _) => random.NextDouble() * 2 - 1);

    /// <summary>The median time in seconds of at least five runs and a second, after a run to warm up.</summary>
    private static double Median(Action work)
    {
        work();
        var times = new List<double>();
        while (times.Count < 5 || times.Sum() < 1)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static double Allocated(Action work)
    {
        work();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>The slope from the point before.</summary>
    private static string Slope(List<double> lengths, List<double> costs) =>
        lengths.Count < 2 ? "" : Text(GrowthExponent.Of(lengths[^2..], costs[^2..]), "0.00");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
