namespace AutoGrader.Numerics.Attention;

/// <summary>
/// How <see cref="ScaledDotProductAttention"/> departs from the textbook. The default is the textbook: scale 1/√d_k, softmax over the
/// keys.
/// </summary>
public sealed record AttentionOptions
{
    /// <summary>Scale 1/√d_k, softmax over the keys.</summary>
    public static AttentionOptions Default { get; } = new();

    /// <summary>The factor on QKᵀ; <c>null</c> for 1/√d_k, 1 for none.</summary>
    public double? Scale { get; init; }

    /// <summary>Whether the scores go through the softmax; where not, they are used as weights as they are.</summary>
    public bool Softmax { get; init; } = true;
}
