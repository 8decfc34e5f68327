namespace AutoGrader.Application.Grading;

/// <summary>A registered run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Context">What is the same for all its hand-ins, with what there is to learn from.</param>
/// <param name="Items">Its hand-ins.</param>
/// <param name="Refused">Decisions that were refused, a sentence each.</param>
/// <param name="WillLearnMore">Whether there are decisions on hand-ins that were never read: once they are, there is more to learn.</param>
internal sealed record RegisteredRun(
    Guid RunId, RunContext Context, IReadOnlyList<RegisteredHandIn> Items, IReadOnlyList<string> Refused, bool WillLearnMore);
