namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// How likely the points are right, by what they rest on. Fixed numbers until they are learnt from graded answers; see
/// <c>docs/adr/0006-confidence-of-free-text.md</c>.
/// </summary>
internal static class ConceptConfidence
{
    /// <summary>The confidence of a basis.</summary>
    public static double Of(ConceptBasis basis) => basis switch
    {
        ConceptBasis.NoAnswer => 0.98,
        ConceptBasis.FullLevel => 0.9,
        ConceptBasis.NamedOnly => 0.85,
        ConceptBasis.OtherThings => 0.86,
        ConceptBasis.WordsMissing => 0.88,
        ConceptBasis.TooShort => 0.84,
        ConceptBasis.OppositeOnly => 0.87,
        ConceptBasis.LowerLevel => 0.75,
        ConceptBasis.BehindItemsAsked => 0.55,
        ConceptBasis.AmongManyItems => 0.65,
        ConceptBasis.NotFound => 0.6,
        ConceptBasis.DoubtfulLevel => 0.7,
        ConceptBasis.SaidBothWays => 0.4,
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
