using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Computations;

/// <summary>A given matrix as answers may repeat it.</summary>
internal sealed class GivenValue(string name, Matrix<double> value)
{
    public string Name { get; } = name;

    public Expectation Value { get; } = new(value);

    public Shape Shape { get; } = Shape.Of(value);

    public Expectation Transposed { get; } = new(value.Transpose());

    /// <summary>The normalised left-hand side of a copy.</summary>
    public string WrittenName { get; } = Computations.WrittenName.Normalise(name);

    /// <summary>The normalised left-hand side of a transposed copy.</summary>
    public string TransposedName { get; } = Computations.WrittenName.Normalise(name + "^T");
}
