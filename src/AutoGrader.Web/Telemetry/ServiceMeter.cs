using System.Diagnostics.Metrics;

namespace AutoGrader.Web.Telemetry;

/// <summary>The service's own metrics. Read <see cref="Snapshot"/> regularly; measuring itself never touches the database.</summary>
internal sealed class ServiceMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "AutoGrader";

    private ServiceSnapshot _snapshot = ServiceSnapshot.Empty;

    public ServiceMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        meter.CreateObservableGauge("autograder.submissions",
            () => _snapshot.Submissions.Select(s => new Measurement<int>(s.Value, new KeyValuePair<string, object?>("state", s.Key))),
            description: "Submissions by state");
        meter.CreateObservableGauge("autograder.jobs",
            () => _snapshot.Jobs.Select(s => new Measurement<int>(s.Value, new KeyValuePair<string, object?>("state", s.Key))),
            description: "Entries of the ledger by state");
        meter.CreateObservableGauge("autograder.queue.age", () => _snapshot.QueueAge.TotalSeconds, "s",
            "Age of the oldest waiting entry");
        meter.CreateObservableGauge("autograder.review.rate", () => _snapshot.ReviewRate,
            description: "Share of submissions that need a person");
    }

    /// <summary>What was counted last.</summary>
    public ServiceSnapshot Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }
}
