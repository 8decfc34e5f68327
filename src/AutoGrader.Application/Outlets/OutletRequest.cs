using AutoGrader.Core;

namespace AutoGrader.Application.Outlets;

/// <summary>Which results to write, and where.</summary>
/// <param name="RunId">The run: <see cref="Grading.GradeResult.RunId"/>.</param>
/// <param name="OutputDirectory">The folder; made where it is missing. Files of an earlier writing are replaced.</param>
/// <param name="Language">The language of comments and summary; <c>null</c> takes the language of each report.</param>
/// <param name="IncludeSuggestions">Whether the worksheet also gets grades that no person has decided yet.</param>
/// <param name="DecisionsPath">The file of decisions that this run has taken in; <c>null</c> for none.</param>
public sealed record OutletRequest(
    Guid RunId, string OutputDirectory, Language? Language = null, bool IncludeSuggestions = false, string? DecisionsPath = null);
