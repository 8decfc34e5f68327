namespace AutoGrader.Benchmarks.Recurrent.Baselines;

/// <summary>One case of a recurrent operator of ONNX with all its numbers, laid out as the operator's tensors.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Operator">RNN, LSTM or GRU.</param>
internal sealed record RecurrentCase(string Name, string Operator)
{
    public int Steps { get; init; } = 4;

    public int Sequences { get; init; } = 2;

    public int Features { get; init; } = 3;

    public int Hidden { get; init; } = 2;

    public string Direction { get; init; } = "forward";

    public int[]? Lengths { get; init; }

    public string[]? Activations { get; init; }

    public float[]? Alpha { get; init; }

    public float[]? Beta { get; init; }

    public float? Clip { get; init; }

    public bool InputForget { get; init; }

    public bool LinearBeforeReset { get; init; }

    /// <summary>Which optional inputs are given: B, h0, c0, P.</summary>
    public string Given { get; init; } = "";

    public float[] X { get; init; } = [];

    public float[] W { get; init; } = [];

    public float[] R { get; init; } = [];

    public float[]? B { get; init; }

    public float[]? H0 { get; init; }

    public float[]? C0 { get; init; }

    public float[]? P { get; init; }

    public float[] Y { get; init; } = [];

    public float[] YH { get; init; } = [];

    public float[]? YC { get; init; }

    /// <summary>Number of directions.</summary>
    internal int Directions => Direction == "bidirectional" ? 2 : 1;

    /// <summary>Number of gates.</summary>
    internal int Gates => Operator switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    /// <summary>The same case with inputs that float holds exactly.</summary>
    public RecurrentCase Fill(Random random)
    {
        float[] Eighths(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-12, 13) / 8f)];
        float[]? Optional(string input, int count) => Given.Split(' ').Contains(input) ? Eighths(count) : null;
        var rows = Directions * Gates * Hidden;
        return this with
        {
            X = Eighths(Steps * Sequences * Features),
            W = Eighths(rows * Features),
            R = Eighths(rows * Hidden),
            B = Optional("B", 2 * rows),
            H0 = Optional("h0", Directions * Sequences * Hidden),
            C0 = Optional("c0", Directions * Sequences * Hidden),
            P = Optional("P", Directions * 3 * Hidden),
        };
    }
}
