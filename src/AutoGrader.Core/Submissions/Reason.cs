namespace AutoGrader.Core.Submissions;

/// <summary>A reason with what a person needs to mend it. Not an exception: a bad file is expected.</summary>
/// <param name="Code">What kind of reason.</param>
/// <param name="Detail">What was wrong and where, one sentence.</param>
/// <param name="Remedy">What to do, one sentence; for a wrong name, the right name.</param>
public sealed record Reason(ReasonCode Code, LocalizedText Detail, LocalizedText Remedy);
