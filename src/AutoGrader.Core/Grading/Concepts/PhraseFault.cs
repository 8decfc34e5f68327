namespace AutoGrader.Core.Grading.Concepts;

/// <summary>What is wrong with a phrase.</summary>
/// <param name="Column">Where in the phrase, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record PhraseFault(int Column, LocalizedText Message, LocalizedText Remedy);
