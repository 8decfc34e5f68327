namespace AutoGrader.Application.Jobs;

/// <summary>What is being done about a submission, as the ledger says it.</summary>
internal static class JobStage
{
    public const string Open = "open";
    public const string Inspect = "inspect";
    public const string Read = "read";
    public const string Score = "score";
    public const string Render = "render";
    public const string Save = "save";
}
