namespace AutoGrader.Numerics.Attention;

/// <summary>What turns the products QKᵀ of one head into scores: scale, soft cap, mask, causal mask, in this order.</summary>
internal sealed class ScoreRule
{
    private readonly double? _scale;
    private readonly double _root;
    private readonly double? _cap;
    private readonly AttentionMask? _mask;
    private readonly long? _offset;

    /// <summary>Checks whether the options fit the shapes.</summary>
    /// <param name="options">Scale, cap and masks.</param>
    /// <param name="keyDimension">d_k.</param>
    /// <param name="scores">N_Q×N_KV.</param>
    /// <param name="excluded">The score of an excluded pair.</param>
    /// <exception cref="ShapeMismatchException">The mask does not fit.</exception>
    public ScoreRule(AttentionOptions options, int keyDimension, Shape scores, double excluded)
    {
        if (options.Mask is { } mask && ((mask.Shape.Rows != 1 && mask.Shape.Rows != scores.Rows) || mask.Shape.Columns > scores.Columns))
        {
            throw new ShapeMismatchException(
                "The mask",
                "QKᵀ",
                scores,
                "mask",
                mask.Shape,
                "the mask needs as many rows as Q or one, and at most as many columns as K has rows");
        }

        (_scale, _root, _cap, _mask) = (options.Scale, Math.Sqrt(keyDimension), options.SoftCap, options.Mask);
        _offset = options.Causal ? options.CausalOffset : null;
        (Keys, Excluded) = (scores.Columns, excluded);
    }

    /// <summary>The factor, rounded where it is 1/√d_k.</summary>
    public double Factor => _scale ?? 1 / _root;

    /// <summary>The score of an excluded pair.</summary>
    public double Excluded { get; }

    private int Keys { get; }

    /// <summary>No query up to this one sees a key from here on.</summary>
    public int KeysSeenUpTo(int query) => _offset is { } offset ? (int)Math.Clamp(query + offset + 1, 0, Keys) : Keys;

    /// <summary>Whether scores of the queries from this one on with keys before the given one are but products times the factor.</summary>
    public bool IsFactorOnly(int query, int keyEnd) => _cap is null && _mask is null && KeysSeenUpTo(query) >= keyEnd;

    /// <summary>Turns products of queries in a row with one key into scores, in place.</summary>
    /// <param name="products">Of the queries from <paramref name="query"/> on.</param>
    /// <param name="query">Row of the first product.</param>
    /// <param name="key">Column of all the products.</param>
    public void Apply(Span<double> products, int query, int key)
    {
        Scale(products);
        if (_cap is { } cap)
        {
            foreach (ref var score in products)
                score = cap * Math.Tanh(score / cap);
        }

        _mask?.Apply(products, query, key, Excluded);
        if (_offset is { } offset)
            products[..(int)Math.Clamp(key - offset - query, 0, products.Length)].Fill(Excluded);
    }

    private void Scale(Span<double> products)
    {
        // Dividing by √d_k is exact where multiplying by its rounded inverse is not (d_k = 9).
        if (_scale is { } scale)
        {
            foreach (ref var product in products)
                product *= scale;
            return;
        }

        foreach (ref var product in products)
            product /= _root;
    }
}
