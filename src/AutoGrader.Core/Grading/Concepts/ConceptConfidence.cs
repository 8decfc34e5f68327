namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// How likely the points are right, by what they rest on. Fixed numbers until they are learnt from graded answers; see
/// <c>docs/adr/0005-confidence-of-free-text.md</c>.
/// </summary>
internal static class ConceptConfidence
{
    /// <summary>The confidence of a basis.</summary>
    public static double Of(ConceptBasis basis) => basis switch
    {
        ConceptBasis.NoAnswer => 0.98,
        ConceptBasis.FullLevel => 0.9,
        ConceptBasis.NamedOnly => 0.85,
        ConceptBasis.WorthlessLevel => 0.85,
        ConceptBasis.OtherItems => 0.85,
        ConceptBasis.TooShort => 0.85,
        ConceptBasis.OppositeOnly => 0.7,
        ConceptBasis.LowerLevel => 0.6,
        ConceptBasis.BehindItemsAsked => 0.6,
        ConceptBasis.NotFound => 0.6,
        ConceptBasis.DoubtfulLevel => 0.5,
        ConceptBasis.SaidBothWays => 0.4,
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
