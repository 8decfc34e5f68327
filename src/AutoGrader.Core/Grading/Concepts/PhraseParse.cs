namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A phrase ready for matching, or what is wrong with it. Exactly one of both.</summary>
internal sealed record PhraseParse(CompiledPhrase? Phrase, PhraseFault? Fault);
