using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>What a concept criterion earns and on what it rests, before it is put into words.</summary>
/// <param name="Points">The points.</param>
/// <param name="Basis">On what they rest.</param>
/// <param name="Level">The level that earns them; <c>null</c> where none does.</param>
/// <param name="Hit">Where it, or what speaks against it, is said; <c>null</c> where nothing is.</param>
internal sealed record ConceptJudgement(Points Points, ConceptBasis Basis, Level? Level = null, PhraseHit? Hit = null);
