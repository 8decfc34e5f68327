using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Attention;

/// <summary>What is hard for the blockwise softmax. That it is right at all: <see cref="AttentionPropertyTests"/>.</summary>
public sealed class BlockwiseAttentionTests
{
    private const int Queries = 100;
    private const int Keys = 300;

    private readonly Random _random = new(3);
    private readonly Matrix<double> _q;
    private readonly Matrix<double> _k;
    private readonly Matrix<double> _v;

    public BlockwiseAttentionTests() =>
        (_q, _k, _v) = (_random.NextMatrix(Queries, 8), _random.NextMatrix(Keys, 8), _random.NextMatrix(Keys, 8));

    [Fact] // Threads take different queries, so this is also: the same bits for every number of threads.
    public void Output_QueriesAskedAlone_HaveTheSameBits()
    {
        var whole = ScaledDotProductAttention.Output(_q, _k, _v);

        var part = ScaledDotProductAttention.Output(_q.SubMatrix(30, 50, 0, 8), _k, _v);

        Assert.Equal(whole.SubMatrix(30, 50, 0, 8), part);
    }

    [Theory] // The largest score comes in the first, a middle or the last block; the others underflow beside it.
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(Keys - 1)]
    public void Output_OneHugeLogit_IsItsValue(int key)
    {
        _k.SetRow(key, _k.Row(key).Map(x => x * 1e200));
        var q = _q.Map(Math.Abs);
        _k.SetRow(key, _k.Row(key).Map(Math.Abs));

        var output = ScaledDotProductAttention.Output(q, _k, _v);

        for (var query = 0; query < Queries; query++)
            Assert.Equal(_v.Row(key), output.Row(query));
    }

    [Fact]
    public void Output_HugeNegativeLogitsOnly_StaysFinite()
    {
        var output = ScaledDotProductAttention.Output(_q.Map(x => Math.Abs(x) + 1), _k.Map(x => -1e150 * (Math.Abs(x) + 1)), _v);

        Assert.All(output.Enumerate(), x => Assert.InRange(x, -3, 3));
    }

    [Fact]
    public void Output_NaNInOneQuery_SpoilsThatQueryOnly()
    {
        _q[40, 2] = double.NaN;

        var output = ScaledDotProductAttention.Output(_q, _k, _v);

        for (var query = 0; query < Queries; query++)
            Assert.All(output.Row(query), x => Assert.Equal(query == 40, double.IsNaN(x)));
    }

    [Fact] // The softmax shares weight 1 among scores of +∞.
    public void Output_InfiniteScores_ShareTheWeight()
    {
        var q = Matrix<double>.Build.Dense(Queries, 8, 1);
        _k.SetRow(7, Vector<double>.Build.Dense(8, double.PositiveInfinity));
        _k.SetRow(290, Vector<double>.Build.Dense(8, double.PositiveInfinity));

        var output = ScaledDotProductAttention.Output(q, _k, _v);

        Assert.All(output.Row(99).Zip((_v.Row(7) + _v.Row(290)) / 2), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Fact]
    public void Output_InfiniteOrNaNValues_FollowArithmetic()
    {
        (_v[5, 1], _v[250, 2]) = (double.PositiveInfinity, double.NaN);
        (_v[9, 3], _v[10, 3]) = (double.PositiveInfinity, double.NegativeInfinity);

        var output = ScaledDotProductAttention.Output(_q, _k, _v);

        Assert.All(output.Column(0), x => Assert.InRange(x, -3, 3));
        Assert.All(output.Column(1), x => Assert.Equal(double.PositiveInfinity, x));
        Assert.All(output.Column(2).Concat(output.Column(3)), x => Assert.Equal(double.NaN, x));
    }

    [Fact] // Summed before they are divided, 300 of them would overflow.
    public void Output_ValuesNearTheLargestNumber_DoNotOverflow()
    {
        var v = Matrix<double>.Build.Dense(Keys, 8, double.MaxValue * 0.99);

        var output = ScaledDotProductAttention.Output(_q, _k, v);

        Assert.All(output.Enumerate(), x => Assert.Equal(1, x / (double.MaxValue * 0.99), 1e-13));
    }

    [Fact]
    public void Output_MaskThatHidesWholeBlocks_IsZeroWhereNothingIsSeen()
    {
        var attend = new bool[Queries, Keys];
        attend[50, 299] = true;

        var output = ScaledDotProductAttention.Output(_q, _k, _v, new AttentionOptions { Mask = AttentionMask.Boolean(attend) });

        for (var query = 0; query < Queries; query++)
            Assert.Equal(query == 50 ? _v.Row(299) : Vector<double>.Build.Dense(8), output.Row(query));
    }

    [Fact]
    public void Output_TenThousandTimesTheKeys_IsTheSameWhereTheyRepeat()
    {
        var (k, v) = (_random.NextMatrix(5, 4), _random.NextMatrix(5, 4));
        Matrix<double> Repeat(Matrix<double> m) => Matrix<double>.Build.Dense(50_000, 4, (i, j) => m[i % 5, j]);
        var q = _random.NextMatrix(5, 4);

        var output = ScaledDotProductAttention.Output(q, Repeat(k), Repeat(v));

        Assert.Empty(MatrixComparison.Differences(ScaledDotProductAttention.Output(q, k, v), output, new Tolerance(1e-11, 1e-11)));
    }

    [Fact]
    public void Scores_MoreEntriesThanAnArrayHolds_NamesBothShapes()
    {
        var tall = Matrix<double>.Build.Dense(50_000, 4);

        var error = Assert.Throws<ShapeMismatchException>(() => ScaledDotProductAttention.Scores(tall, tall));

        Assert.Contains("Q (50000×4) and K (50000×4)", error.Message, StringComparison.Ordinal);
        Assert.Contains("50000×50000", error.Message, StringComparison.Ordinal);
    }
}
