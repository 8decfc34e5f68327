using AutoGrader.Numerics.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// How strongly the last state of a <see cref="VanillaRnn"/> depends on each earlier one: ‖∂h_T/∂hₜ‖₂, the largest singular value of the
/// Jacobian Π diag(f′(aₖ))·R over k = T, …, t + 1. Gradients of a loss on h_T vanish or explode on their way back as these norms do.
/// Source: Pascanu, Mikolov, Bengio, On the difficulty of training Recurrent Neural Networks (2013), equation 5 and section 2.1: with
/// γ the largest |f′|, no norm is above (γ·‖R‖₂)^(T−t).
/// </summary>
/// <remarks>
/// The product is kept scaled by a power of two, so that neither its norms nor its directions are lost where they leave the range of a
/// double. The 2-norm is the first singular value of a full decomposition. Time O(T·h³). Once a Jacobian is not finite, its norm and all
/// for earlier t are NaN.
/// </remarks>
public sealed record GradientFlow
{
    private GradientFlow(double[] logNorms)
    {
        LogNorms = logNorms;
        Norms = Array.ConvertAll(logNorms, Math.Exp);
    }

    /// <summary>
    /// log ‖∂h_T/∂hₜ‖₂ for t = 0 … T in the order in which the network reads: entry 0 is the initial state, entry T is 0. −∞ where the
    /// norm is 0.
    /// </summary>
    public IReadOnlyList<double> LogNorms { get; }

    /// <summary>‖∂h_T/∂hₜ‖₂ likewise; 0 or ∞ where a double cannot hold it, which <see cref="LogNorms"/> can.</summary>
    public IReadOnlyList<double> Norms { get; }

    /// <summary>
    /// The factor per step, as a geometric mean over all steps, by which a gradient changes on its way back: well below 1 it vanishes, well
    /// above 1 it explodes. 1 where there is no step.
    /// </summary>
    public double FactorPerStep => LogNorms.Count == 1 ? 1 : Math.Exp(LogNorms[0] / (LogNorms.Count - 1));

    /// <summary>Follows the gradient of the last state back through one sequence.</summary>
    /// <param name="network">R h×h: the network that made the trace.</param>
    /// <param name="trace">The forward pass, T×h.</param>
    /// <exception cref="ShapeMismatchException">The trace is of another network.</exception>
    public static GradientFlow Of(VanillaRnn network, RnnTrace trace)
    {
        var recurrentWeights = network.Parameters.RecurrentWeights;
        if (trace.PreActivations.ColumnCount != network.HiddenSize)
        {
            throw new ShapeMismatchException(
                "The gradient flow", "the trace", Shape.Of(trace.PreActivations), "R", Shape.Of(recurrentWeights),
                "the trace must be of this network");
        }

        var steps = trace.PreActivations.RowCount;
        var logNorms = new double[steps + 1];
        var jacobian = Matrix<double>.Build.DenseIdentity(network.HiddenSize);
        var exponent = 0L;
        for (var t = steps - 1; t >= 0; t--)
        {
            var row = network.Direction == Direction.Reverse ? steps - 1 - t : t;
            jacobian = StepBack(jacobian, trace.PreActivations.Row(row), network);
            exponent += Normalise(jacobian);
            logNorms[t] = LogNorm(jacobian) + exponent * Math.Log(2);
        }

        return new GradientFlow(logNorms);
    }

    /// <summary>J·diag(f′(a))·R.</summary>
    private static Matrix<double> StepBack(Matrix<double> jacobian, Vector<double> preActivation, VanillaRnn network)
    {
        var slopes = new double[preActivation.Count];
        Array.Fill(slopes, 1);
        network.MultiplyByDerivative(preActivation.ToArray(), slopes);
        var scaled = jacobian.MapIndexed((_, j, x) => x * slopes[j], Zeros.Include);
        var product = new double[slopes.Length * slopes.Length];
        DenseProduct.MultiplyAdd(
            DenseView.Of(scaled),
            DenseView.Of(network.Parameters.RecurrentWeights),
            DenseView.ColumnMajor(product, slopes.Length, slopes.Length));
        return Matrix<double>.Build.Dense(slopes.Length, slopes.Length, product);
    }

    /// <summary>Divides by a power of two so that the largest entry is about 1; what it was.</summary>
    private static int Normalise(Matrix<double> jacobian)
    {
        var largest = jacobian.Enumerate().Aggregate(0.0, (max, x) => Math.Max(max, Math.Abs(x)));
        if (largest == 0 || !double.IsFinite(largest))
            return 0;
        var exponent = Math.ILogB(largest);
        jacobian.MapInplace(x => Math.ScaleB(x, -exponent), Zeros.AllowSkip);
        return exponent;
    }

    private static double LogNorm(Matrix<double> jacobian)
    {
        if (!jacobian.ForAll(double.IsFinite, Zeros.Include))
            return double.NaN;
        return jacobian.Exists(x => x != 0, Zeros.AllowSkip) ? Math.Log(jacobian.L2Norm()) : double.NegativeInfinity;
    }
}
