namespace AutoGrader.Numerics;

/// <summary>What a softmax normalises.</summary>
public enum SoftmaxAxis
{
    /// <summary>Every row sums to 1: over the keys, for scores with a row per query.</summary>
    Rows,

    /// <summary>Every column sums to 1: over the queries, for scores with a row per query.</summary>
    Columns,
}
