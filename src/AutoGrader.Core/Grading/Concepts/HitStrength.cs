namespace AutoGrader.Core.Grading.Concepts;

/// <summary>How firmly a phrase is said. Only what is said plainly decides; the rest is for a person to look at. Weakest first.</summary>
internal enum HitStrength
{
    /// <summary>Under a negation that is not part of the phrase.</summary>
    Denied,

    /// <summary>In a question.</summary>
    Asked,

    /// <summary>In one long sentence, the words far apart, or in a row of keywords.</summary>
    Scattered,

    /// <summary>In two neighbouring sentences.</summary>
    AcrossSentences,

    /// <summary>In one sentence, as an assertion.</summary>
    Plain,
}
