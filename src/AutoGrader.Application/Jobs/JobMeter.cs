using System.Diagnostics.Metrics;

namespace AutoGrader.Application.Jobs;

/// <summary>How long the stages of jobs take: histogram <c>autograder.job.stage</c> of the meter <c>AutoGrader.Jobs</c>.</summary>
public sealed class JobMeter : IDisposable
{
    /// <summary>The meter's name, for whoever exports it.</summary>
    public const string Name = "AutoGrader.Jobs";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _stage;

    public JobMeter() => _stage = _meter.CreateHistogram<double>("autograder.job.stage", "s", "Duration of a stage of a job.");

    internal void Add(string stage, TimeSpan duration) =>
        _stage.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public void Dispose() => _meter.Dispose();
}
