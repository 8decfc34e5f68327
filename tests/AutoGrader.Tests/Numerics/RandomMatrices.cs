using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics;

/// <summary>Matrices for tests; for property tests a seed makes the numbers, FsCheck the seed.</summary>
internal static class RandomMatrices
{
    public static Arbitrary<int> Seeds { get; } = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    public static Matrix<double> Rows(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    public static Matrix<double> NextMatrix(this Random random, int rows, int columns, double magnitude = 3) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => (random.NextDouble() * 2 - 1) * magnitude);

    public static int Size(this Random random) => random.Next(1, 9);

    public static void ShouldHoldForAll(Func<Random, bool> property) =>
        Prop.ForAll(Seeds, seed => property(new Random(seed))).QuickCheckThrowOnFailure();
}
