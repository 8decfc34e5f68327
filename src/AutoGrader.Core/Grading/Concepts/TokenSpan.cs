namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Neighbouring tokens of a sentence.</summary>
/// <param name="From">The index of the first.</param>
/// <param name="To">The index after the last.</param>
internal readonly record struct TokenSpan(int From, int To)
{
    /// <summary>Whether a token belongs to it.</summary>
    public bool Contains(int index) => From <= index && index < To;

    /// <summary>Whether it lies within another.</summary>
    public bool IsWithin(TokenSpan other) => From >= other.From && To <= other.To;
}
