namespace AutoGrader.Web.Telemetry;

/// <summary>How the service stood when it was counted last.</summary>
/// <param name="Submissions">Submissions by state.</param>
/// <param name="Jobs">Entries of the ledger by state.</param>
/// <param name="QueueAge">The age of the oldest waiting entry; zero where none waits.</param>
/// <param name="ReviewRate">The share of assessed submissions that need a person.</param>
internal sealed record ServiceSnapshot(
    IReadOnlyDictionary<string, int> Submissions, IReadOnlyDictionary<string, int> Jobs, TimeSpan QueueAge, double ReviewRate)
{
    public static ServiceSnapshot Empty { get; } = new(new Dictionary<string, int>(), new Dictionary<string, int>(), TimeSpan.Zero, 0);
}
