namespace AutoGrader.Core.Grading.Concepts;

/// <summary>A word that denies others.</summary>
/// <param name="At">The index of its token.</param>
/// <param name="IsNegator">Whether it is a negation, not a contrast such as "instead of".</param>
/// <param name="Scope">What it denies.</param>
/// <param name="Clause">The clause it stands in.</param>
internal sealed record Denial(int At, bool IsNegator, TokenSpan Scope, TokenSpan Clause);
