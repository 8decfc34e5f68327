namespace AutoGrader.Application.Grading;

/// <summary>A registered run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Items">Its hand-ins.</param>
/// <param name="Refused">Decisions that were refused, a sentence each.</param>
internal sealed record RegisteredRun(Guid RunId, IReadOnlyList<RegisteredHandIn> Items, IReadOnlyList<string> Refused);
