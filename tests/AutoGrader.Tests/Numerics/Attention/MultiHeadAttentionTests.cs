using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics.Attention;

public sealed class MultiHeadAttentionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_AnyHeads_IsEveryHeadAlone(bool isLarge) => ShouldHoldForAll(random =>
    {
        var (shared, group) = (random.Next(1, 4), random.Next(1, 4));
        var heads = Enumerable.Range(0, shared * group).Select(_ => RandomAttention.Next(random, isLarge)).ToList();
        var (first, options) = (heads[0], heads[0].Options);
        var q = Side(shared * group, _ => random.NextMatrix(first.Q.RowCount, first.Q.ColumnCount));
        var k = Side(shared, _ => random.NextMatrix(first.K.RowCount, first.K.ColumnCount));
        var v = Side(shared, _ => random.NextMatrix(first.V.RowCount, first.V.ColumnCount));
        var expected = Side(shared * group, head => ScaledDotProductAttention.Output(
            Part(q, head, first.Q), Part(k, head / group, first.K), Part(v, head / group, first.V), options));
        return MatrixComparison.AreEqual(expected, new MultiHeadAttention(shared * group, shared).Output(q, k, v, options), default);
    });

    [Fact]
    public void Weights_GroupedHeads_ShareTheirKeys()
    {
        var (q, k) = (Rows([[1, 2, 3, 4]]), Rows([[1, 10], [0, 0]]));
        var options = new AttentionOptions { Scale = 1, Softmax = false };

        var weights = new MultiHeadAttention(4, 2).Weights(q, k, options);

        Assert.Equal([1.0, 2, 30, 40], weights.Select(w => w[0, 0]));
    }

    [Fact]
    public void Output_MaskForEachHead_HoldsForThatHead()
    {
        var one = Rows([[1, 1]]);
        var (k, v) = (Rows([[1, 1], [1, 1]]), Rows([[1, 2], [3, 4]]));
        AttentionMask?[] masks = [AttentionMask.Boolean(new[,] { { false, true } }), null];

        Assert.Equal(Rows([[3, 3]]), new MultiHeadAttention(2).Output(one, k, v, masks: masks));
        Assert.Throws<ArgumentException>(() => new MultiHeadAttention(1).Output(one, k, v, masks: masks));
    }

    [Fact]
    public void MultiHeadAttention_NumbersThatDoNotDivide_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(4, 3));
    }

    [Theory]
    [InlineData(5, 4, 4, "Q (3×5) and K (3×4)")]
    [InlineData(4, 6, 4, "Q (3×4) and K (3×6)")]
    [InlineData(4, 4, 5, "K (3×4) and V (3×5)")]
    [InlineData(1, 1, 1, "Q (3×1) and K (3×1)")]
    public void Output_ColumnsThatDoNotDivide_NamesBothShapes(int q, int k, int v, string shapes)
    {
        Matrix<double> Zeros(int columns) => Matrix<double>.Build.Dense(3, columns);

        var error = Assert.Throws<ShapeMismatchException>(() => new MultiHeadAttention(2).Output(Zeros(q), Zeros(k), Zeros(v)));

        Assert.Contains(shapes, error.Message, StringComparison.Ordinal);
    }

    private static Matrix<double> Side(int count, Func<int, Matrix<double>> part) =>
        Enumerable.Range(0, count).Select(part).Aggregate((left, right) => left.Append(right));

    private static Matrix<double> Part(Matrix<double> matrix, int index, Matrix<double> like) =>
        matrix.SubMatrix(0, matrix.RowCount, index * like.ColumnCount, like.ColumnCount);
}
