using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace AutoGrader.Benchmarks.Review;

/// <summary>The times of requests by kind. Thread-safe.</summary>
internal sealed class RequestTimes
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);

    /// <summary>Measures a request until its answer is there as a whole.</summary>
    public async Task<T> MeasureAsync<T>(string kind, Func<Task<T>> request)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await request();
        _times.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    /// <summary>A line for each kind.</summary>
    public void Print(TextWriter output)
    {
        foreach (var (kind, bag) in _times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var times = bag.Order().ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind,-28} {times.Count,5} requests: median {Share(times, 0.5),5:0} ms, p95 {Share(times, 0.95),5:0} ms, "
                    + $"most {times[^1],5:0} ms"));
        }
    }

    private static double Share(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
