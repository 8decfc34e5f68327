using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>
/// What a step should be. A student may go on from exact numbers or from the rounded ones on paper, so there are two versions of what is
/// carried forward, and an entry is right where it agrees with either. Compared by identity: the same object is the same value everywhere.
/// </summary>
/// <param name="exact">From exact numbers.</param>
/// <param name="asShown">From the numbers on paper; the same object where nothing was rounded.</param>
internal sealed class Expectation(Matrix<double> exact, Matrix<double> asShown)
{
    public Expectation(Matrix<double> exact)
        : this(exact, exact)
    {
    }

    public Matrix<double> Exact { get; } = exact;

    public Matrix<double> AsShown { get; } = asShown;

    /// <summary>Whether nothing was rounded on the way.</summary>
    public bool IsUniform => ReferenceEquals(Exact, AsShown);
}
