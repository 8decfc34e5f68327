using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Calibration;

/// <summary>
/// The probability of each level given the evidence: a conditional logit (McFadden 1974), P(l) ∝ exp(w · features(l)), with the same four
/// weights for all criteria. Weighs the rubric's rules against what graded answers teach, and is what makes confidences mean something.
/// </summary>
internal static class LevelChoice
{
    private const double Shrinkage = 3;
    private const int MostSteps = 50;
    private const double Tolerance = 1e-10;

    // Where the fit starts and what it is drawn to: trust the rules by their own account, and graded answers a little.
    private static readonly double[] Start = [2, 1, 0, 0];

    /// <summary>The probability of each level; they sum to 1.</summary>
    public static double[] Probabilities(LevelEvidence evidence, IReadOnlyList<double> weights)
    {
        var utilities = Enumerable.Range(0, evidence.Levels)
            .Select(l => evidence.Features(l).Zip(weights, (x, w) => x * w).Sum())
            .ToArray();
        var most = utilities.Max();
        var shares = Array.ConvertAll(utilities, u => Math.Exp(u - most));
        var sum = shares.Sum();
        return Array.ConvertAll(shares, s => s / sum);
    }

    /// <summary>
    /// The weights that make the true levels most likely, less a penalty on their distance from the start (ridge). Newton's method on a
    /// strictly convex function with step halving.
    /// </summary>
    /// <param name="cases">Evidence with the index of the true level.</param>
    public static double[] Fit(IReadOnlyList<(LevelEvidence Evidence, int Truth)> cases)
    {
        var start = Vector<double>.Build.DenseOfArray(Start);
        var weights = start;
        var loss = Loss(cases, weights, start);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, hessian) = Slope(cases, weights, start);
            var direction = hessian.Cholesky().Solve(gradient);
            var size = 1.0;
            while (Loss(cases, weights - size * direction, start) > loss && size > Tolerance)
                size /= 2;
            weights -= size * direction;
            var reached = Loss(cases, weights, start);
            if (loss - reached < Tolerance)
                break;
            loss = reached;
        }

        return weights.ToArray();
    }

    private static double Loss(IReadOnlyList<(LevelEvidence Evidence, int Truth)> cases, Vector<double> weights, Vector<double> start)
    {
        var penalty = Shrinkage * Math.Pow((weights - start).L2Norm(), 2) / 2;
        return penalty - cases.Sum(c => Math.Log(Math.Max(double.Epsilon, Probabilities(c.Evidence, [.. weights])[c.Truth])));
    }

    private static (Vector<double> Gradient, Matrix<double> Hessian) Slope(
        IReadOnlyList<(LevelEvidence Evidence, int Truth)> cases, Vector<double> weights, Vector<double> start)
    {
        var gradient = Shrinkage * (weights - start);
        var hessian = Matrix<double>.Build.DenseIdentity(start.Count) * Shrinkage;
        foreach (var (evidence, truth) in cases)
        {
            var probabilities = Probabilities(evidence, [.. weights]);
            var features = Enumerable.Range(0, evidence.Levels)
                .Select(l => Vector<double>.Build.DenseOfArray(evidence.Features(l)))
                .ToList();
            var mean = features.Zip(probabilities, (x, p) => x * p).Aggregate((a, b) => a + b);
            gradient += mean - features[truth];
            for (var l = 0; l < features.Count; l++)
                hessian += probabilities[l] * (features[l] - mean).OuterProduct(features[l] - mean);
        }

        return (gradient, hessian);
    }
}
