namespace AutoGrader.Application.Outlets;

/// <summary>What was written.</summary>
/// <param name="Files">Full paths; those in <c>feedback</c> are not listed.</param>
/// <param name="Remarks">What the tutor should know before uploading, a sentence each.</param>
public sealed record OutletResult(IReadOnlyList<string> Files, IReadOnlyList<string> Remarks);
