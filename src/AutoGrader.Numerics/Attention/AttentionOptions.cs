namespace AutoGrader.Numerics.Attention;

/// <summary>
/// How attention departs from the textbook. The default is the textbook: scale 1/√d_k, softmax over the keys, every query sees every key.
/// </summary>
/// <remarks>
/// The order is that of the ONNX operator <c>Attention</c> (opset 23 and 24): products, scale, soft cap, masks, softmax.
/// What the operator has and is not here, said with what is: <c>past_key</c> and <c>past_value</c> are rows above K and V, their number is
/// the <see cref="CausalOffset"/>; <c>nonpad_kv_seqlen</c> n is K and V cut to their first n rows, with the offset n − N_Q.
/// </remarks>
public sealed record AttentionOptions
{
    /// <summary>Scale 1/√d_k, softmax over the keys, no mask.</summary>
    public static AttentionOptions Default { get; } = new();

    /// <summary>The factor on QKᵀ, a finite number; <c>null</c> for 1/√d_k, 1 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is infinite or NaN.</exception>
    public double? Scale
    {
        get;
        init => field = value is null || double.IsFinite(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The scale must be a finite number.");
    }

    /// <summary>
    /// Bounds the scaled scores s to c·tanh(s/c) for this c; <c>null</c> for no bound. Source: Gemma Team, Gemma 2 (2024), section 2,
    /// "Logit soft-capping".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number above 0.</exception>
    public double? SoftCap
    {
        get;
        init => field = value is null || (double.IsFinite(value.Value) && value > 0)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The soft cap must be a finite number above 0.");
    }

    /// <summary>Which keys a query sees, or what is added to scores; <c>null</c> for none. Holds together with the causal mask.</summary>
    public AttentionMask? Mask { get; init; }

    /// <summary>Whether query i sees the keys j ≤ i + <see cref="CausalOffset"/> only: from the top left corner for offset 0.</summary>
    public bool Causal { get; init; }

    /// <summary>How many keys stand before that of the first query; of use only with <see cref="Causal"/>. May be negative.</summary>
    public int CausalOffset { get; init; }

    /// <summary>Whether the scores go through the softmax; where not, they are used as weights as they are.</summary>
    public bool Softmax { get; init; } = true;

    /// <summary>What the softmax normalises. The textbook and ONNX know only <see cref="SoftmaxAxis.Rows"/>: over the keys.</summary>
    public SoftmaxAxis SoftmaxAxis { get; init; }
}
