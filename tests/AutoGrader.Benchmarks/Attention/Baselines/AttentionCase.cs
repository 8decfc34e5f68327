namespace AutoGrader.Benchmarks.Attention.Baselines;

/// <summary>One case of attention with all its numbers, each matrix row by row.</summary>
internal sealed record AttentionCase(string Name, int Queries, int Keys, int KeyDimension, int ValueDimension)
{
    public int Opset { get; init; } = 23;

    public int QueryHeads { get; init; } = 1;

    public int KeyValueHeads { get; init; } = 1;

    public float? Scale { get; init; }

    public float? SoftCap { get; init; }

    public bool Causal { get; init; }

    /// <summary>How many of the keys, the first ones, are given as past keys.</summary>
    public int PastKeys { get; init; }

    /// <summary>How many of the keys are no padding, where some are.</summary>
    public int? SeenKeys { get; init; }

    public bool BooleanMask { get; init; }

    public bool AdditiveMask { get; init; }

    public float[] Q { get; init; } = [];

    public float[] K { get; init; } = [];

    public float[] V { get; init; } = [];

    /// <summary>What is added to the scores; of a boolean mask 0 for true and −∞ for false.</summary>
    public float[]? Mask { get; init; }

    /// <summary>Before the softmax, a matrix for each head.</summary>
    public float[] Scores { get; init; } = [];

    /// <summary>After the softmax, a matrix for each head.</summary>
    public float[] Weights { get; init; } = [];

    public float[] Output { get; init; } = [];

    /// <summary>The same case with inputs that float holds exactly. Every query sees the first key.</summary>
    public AttentionCase Fill(Random random)
    {
        float[] Eighths(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-16, 17) / 8f)];
        var columns = Keys;
        float Mask(int index, float bias) => index % columns != 0 && random.Next(3) == 0 ? float.NegativeInfinity : bias;
        var mask = BooleanMask || AdditiveMask ? Eighths(Queries * Keys) : null;
        return this with
        {
            Q = Eighths(Queries * QueryHeads * KeyDimension),
            K = Eighths(Keys * KeyValueHeads * KeyDimension),
            V = Eighths(Keys * KeyValueHeads * ValueDimension),
            Mask = mask?.Select((bias, i) => Mask(i, AdditiveMask ? bias : 0)).ToArray(),
        };
    }
}
