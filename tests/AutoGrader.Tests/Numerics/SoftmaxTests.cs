using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics;

public sealed class SoftmaxTests
{
    private const double Minus = double.NegativeInfinity;
    private const double Plus = double.PositiveInfinity;

    [Fact] // exp(0), exp(ln 3): weights 1/4 and 3/4 by hand.
    public void Of_LogitsZeroAndLnThree_GivesOneAndThreeQuarters()
    {
        var weights = Softmax.Of(Row(0, Math.Log(3)));

        Assert.Equal(0.25, weights[0, 0], 15);
        Assert.Equal(0.75, weights[0, 1], 15);
    }

    [Theory]
    [InlineData(new[] { Minus, 0, Minus }, new[] { 0.0, 1, 0 })]
    [InlineData(new[] { Minus, Minus, Minus }, new[] { 0.0, 0, 0 })]
    [InlineData(new[] { Plus, 5, Plus }, new[] { 0.5, 0, 0.5 })]
    [InlineData(new[] { 1e308, -1e308, 1e308 }, new[] { 0.5, 0, 0.5 })]
    [InlineData(new[] { double.NaN, 1, Minus }, new[] { double.NaN, double.NaN, double.NaN })]
    public void Of_ExtremeLogits_TakesTheDocumentedLimit(double[] logits, double[] expected) =>
        Assert.Equal(expected, Softmax.Of(Row(logits)).Row(0).ToArray());

    [Fact]
    public void Of_Columns_NormalisesEveryColumn() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var logits = random.NextMatrix(random.Size(), random.Size(), 50);
        return Softmax.Of(logits, SoftmaxAxis.Columns).ColumnSums().All(sum => Math.Abs(sum - 1) < 1e-12);
    });

    [Fact]
    public void Of_ShiftedLogits_IsTheSame() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var logits = random.NextMatrix(random.Size(), random.Size());
        return MatrixComparison.AreEqual(Softmax.Of(logits), Softmax.Of(logits + random.Next(-1000, 1000)), new Tolerance(1e-12, 1e-12));
    });

    [Fact]
    public void Of_AnyLogits_LeavesItsArgumentAlone()
    {
        var logits = Row(1, 2);

        Softmax.Of(logits);

        Assert.Equal(Row(1, 2), logits);
    }

    private static Matrix<double> Row(params double[] entries) => Matrix<double>.Build.DenseOfRowArrays(entries);
}
