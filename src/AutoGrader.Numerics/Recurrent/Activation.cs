namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// A function that a recurrent layer applies entry by entry: the eleven of the ONNX operators <c>RNN</c>, <c>LSTM</c> and <c>GRU</c>
/// (opset 22), with their α and β. Two are equal if function and parameters are.
/// </summary>
/// <remarks>
/// All are defined for ±∞ by their limits and keep NaN. Tanh and Sigmoid are within 3 units in the last place of the correctly rounded
/// result. At a kink the derivative is the one PyTorch takes: 0 for Relu, ThresholdedRelu and HardSigmoid, α for LeakyRelu and Elu.
/// </remarks>
public sealed record Activation
{
    private readonly Function _function;

    private Activation(Function function, double alpha = 0, double beta = 0)
    {
        _function = function;
        Alpha = alpha;
        Beta = beta;
    }

    private enum Function
    {
        Tanh, Sigmoid, Relu, Affine, LeakyRelu, ThresholdedRelu, ScaledTanh, HardSigmoid, Elu, Softsign, Softplus,
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static Activation Tanh { get; } = new(Function.Tanh);

    /// <summary>1 / (1 + exp(−x)).</summary>
    public static Activation Sigmoid { get; } = new(Function.Sigmoid);

    /// <summary>max(0, x).</summary>
    public static Activation Relu { get; } = new(Function.Relu);

    /// <summary>x itself, ONNX' <c>Affine</c> with α = 1 and β = 0: a linear network, in which gradients can be followed by hand.</summary>
    public static Activation Identity { get; } = Affine(1, 0);

    /// <summary>x / (1 + |x|).</summary>
    public static Activation Softsign { get; } = new(Function.Softsign);

    /// <summary>log(1 + exp(x)).</summary>
    public static Activation Softplus { get; } = new(Function.Softplus);

    /// <summary>α, 0 where the function has none.</summary>
    public double Alpha { get; }

    /// <summary>β, 0 where the function has none.</summary>
    public double Beta { get; }

    /// <summary>αx + β.</summary>
    public static Activation Affine(double alpha = 1, double beta = 0) => new(Function.Affine, alpha, beta);

    /// <summary>x where x ≥ 0, αx elsewhere.</summary>
    public static Activation LeakyRelu(double alpha = 0.01) => new(Function.LeakyRelu, alpha);

    /// <summary>x where x ≥ α, 0 elsewhere.</summary>
    public static Activation ThresholdedRelu(double alpha = 1) => new(Function.ThresholdedRelu, alpha);

    /// <summary>α·tanh(βx).</summary>
    public static Activation ScaledTanh(double alpha = 1, double beta = 1) => new(Function.ScaledTanh, alpha, beta);

    /// <summary>min(max(αx + β, 0), 1).</summary>
    public static Activation HardSigmoid(double alpha = 0.2, double beta = 0.5) => new(Function.HardSigmoid, alpha, beta);

    /// <summary>x where x ≥ 0, α(exp(x) − 1) elsewhere.</summary>
    public static Activation Elu(double alpha = 1) => new(Function.Elu, alpha);

    /// <summary>f(x).</summary>
    public double Apply(double x)
    {
        Span<double> one = [x];
        Apply(one, one);
        return one[0];
    }

    /// <summary>f′(x).</summary>
    public double Derivative(double x)
    {
        Span<double> one = [1];
        MultiplyByDerivative([x], one);
        return one[0];
    }

    /// <summary>The name with the parameters, such as <c>LeakyRelu(0.01)</c>.</summary>
    public override string ToString() => _function switch
    {
        Function.Affine or Function.ScaledTanh or Function.HardSigmoid => FormattableString.Invariant($"{_function}({Alpha}, {Beta})"),
        Function.LeakyRelu or Function.ThresholdedRelu or Function.Elu => FormattableString.Invariant($"{_function}({Alpha})"),
        _ => _function.ToString(),
    };

    /// <summary>f of every entry. The result of an entry does not depend on its place; both spans may be the same.</summary>
    internal void Apply(ReadOnlySpan<double> x, Span<double> result)
    {
        switch (_function)
        {
            case Function.Tanh:
                Entrywise.Map<Entrywise.Tanh>(x, result);
                break;
            case Function.Sigmoid:
                Entrywise.Map<Entrywise.Sigmoid>(x, result);
                break;
            default:
                for (var i = 0; i < x.Length; i++)
                    result[i] = Value(x[i]);
                break;
        }
    }

    /// <summary>Multiplies every entry of <paramref name="factors"/> by f′ of the entry of <paramref name="x"/>.</summary>
    internal void MultiplyByDerivative(ReadOnlySpan<double> x, Span<double> factors)
    {
        switch (_function)
        {
            case Function.Tanh:
                Entrywise.Multiply<Entrywise.TanhDerivative>(x, factors);
                break;
            case Function.Sigmoid:
                Entrywise.Multiply<Entrywise.SigmoidDerivative>(x, factors);
                break;
            default:
                for (var i = 0; i < x.Length; i++)
                    factors[i] *= double.IsNaN(x[i]) ? double.NaN : Slope(x[i]);
                break;
        }
    }

    private double Value(double x) => _function switch
    {
        Function.Relu => Math.Max(0, x),
        Function.Affine => Alpha * x + Beta,
        Function.LeakyRelu => x < 0 ? Alpha * x : x,
        Function.ThresholdedRelu => x < Alpha ? 0 : x,
        Function.ScaledTanh => Alpha * Math.Tanh(Beta * x),
        Function.HardSigmoid => Math.Min(Math.Max(Alpha * x + Beta, 0), 1),
        Function.Elu => x < 0 ? Alpha * ExpMinusOne(x) : x,
        Function.Softsign => double.IsInfinity(x) ? Math.Sign(x) : x / (1 + Math.Abs(x)),
        Function.Softplus => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x))),
        _ => throw new InvalidOperationException($"{_function} has no scalar form."),
    };

    private double Slope(double x) => _function switch
    {
        Function.Relu => x > 0 ? 1 : 0,
        Function.Affine => Alpha,
        Function.LeakyRelu => x > 0 ? 1 : Alpha,
        Function.ThresholdedRelu => x > Alpha ? 1 : 0,
        Function.ScaledTanh => Alpha * Beta * Tanh.Derivative(Beta * x),
        Function.HardSigmoid => Alpha * x + Beta is > 0 and < 1 ? Alpha : 0,
        Function.Elu => x > 0 ? 1 : Alpha * Math.Exp(x),
        Function.Softsign => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x))),
        Function.Softplus => Sigmoid.Apply(x),
        _ => throw new InvalidOperationException($"{_function} has no scalar form."),
    };

    // exp(x) − 1 and log(1 + x) without cancellation near 0. Source: Higham, Accuracy and Stability of Numerical Algorithms (2002),
    // sections 1.14.1 and problem 1.5, who credits Kahan.
    private static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
            return x;
        return power - 1 == -1 ? -1 : (power - 1) * x / Math.Log(power);
    }

    private static double LogOnePlus(double x) => 1 + x == 1 ? x : x * Math.Log(1 + x) / (1 + x - 1);
}
