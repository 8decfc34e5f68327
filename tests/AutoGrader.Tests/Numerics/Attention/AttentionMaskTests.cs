using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics.Attention;

public sealed class AttentionMaskTests
{
    private const double Minus = double.NegativeInfinity;

    private static readonly Matrix<double> Q = Rows([[1, 2], [3, 4]]);
    private static readonly Matrix<double> K = Rows([[1, 0], [0, 1], [1, 1]]);
    private static readonly Matrix<double> V = Rows([[1], [10], [100]]);
    private static readonly AttentionOptions Unscaled = new() { Scale = 1 };

    [Fact]
    public void Scores_BooleanMask_KeepsWhatIsTrue() => Assert.Equal(
        Rows([[1, Minus, 3], [Minus, 4, 7]]),
        Scores(AttentionMask.Boolean(new[,] { { true, false, true }, { false, true, true } })));

    [Fact]
    public void Scores_AdditiveMask_AddsToTheScores() => Assert.Equal(
        Rows([[1.5, 0, 3], [Minus, 4, 6]]),
        Scores(AttentionMask.Additive(Rows([[0.5, -2, 0], [Minus, 0, -1]]))));

    [Fact]
    public void Scores_MaskOfOneRow_HoldsForEveryQuery() => Assert.Equal(
        Rows([[1, Minus, 3], [3, Minus, 7]]), Scores(AttentionMask.Boolean(new[,] { { true, false, true } })));

    [Fact] // ONNX, Attention, attn_mask: a shorter last dimension is padded with −∞.
    public void Scores_MaskWithTooFewColumns_HidesTheOtherKeys()
    {
        Assert.Equal(Rows([[1, 2, Minus], [3, 4, Minus]]), Scores(AttentionMask.FirstKeys(2)));
        Assert.Equal(Rows([[2, Minus, Minus], [4, Minus, Minus]]), Scores(AttentionMask.Additive(Rows([[1]]))));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 4)]
    [InlineData(1, 4)]
    public void Scores_MaskOfAnotherShape_NamesBothShapes(int rows, int columns)
    {
        var error = Assert.Throws<ShapeMismatchException>(() => Scores(AttentionMask.Boolean(new bool[rows, columns])));

        Assert.Contains($"QKᵀ (2×3) and mask ({rows}×{columns})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_Causal_HidesTheKeysAboveTheDiagonal()
    {
        Assert.Equal(Rows([[1, Minus, Minus], [3, 4, Minus]]), ScaledDotProductAttention.Scores(Q, K, Unscaled with { Causal = true }));
        Assert.Equal(
            Rows([[1, 2, Minus], [3, 4, 7]]),
            ScaledDotProductAttention.Scores(Q, K, Unscaled with { Causal = true, CausalOffset = 1 }));
        Assert.Equal(
            Rows([[Minus, Minus, Minus], [3, Minus, Minus]]),
            ScaledDotProductAttention.Scores(Q, K, Unscaled with { Causal = true, CausalOffset = -1 }));
    }

    [Fact] // By hand: 2·tanh(1/2), then the bias. Capped after the bias, −∞ would come back as −2.
    public void Scores_SoftCapAndMask_CapsFirst()
    {
        var options = Unscaled with { SoftCap = 2, Mask = AttentionMask.Additive(Rows([[5, Minus, 0]])) };

        var scores = ScaledDotProductAttention.Scores(Q, K, options);

        Assert.Equal(0.92423431452002 + 5, scores[0, 0], 1e-13);
        Assert.Equal(Minus, scores[0, 1]);
    }

    [Fact]
    public void Output_QueryThatSeesNothing_IsZero()
    {
        var options = Unscaled with { Mask = AttentionMask.Boolean(new[,] { { false, false, false }, { true, false, false } }) };

        Assert.Equal(Rows([[0, 0, 0], [1, 0, 0]]), ScaledDotProductAttention.Weights(Q, K, options));
        Assert.Equal(Rows([[0], [1]]), ScaledDotProductAttention.Output(Q, K, V, options));
    }

    [Fact]
    public void Output_WithoutSoftmax_GivesExcludedPairsWeightZero()
    {
        var options = Unscaled with { Softmax = false, Causal = true, Mask = AttentionMask.Additive(Rows([[1, Minus, 0]])) };

        Assert.Equal(Rows([[2, 0, 0], [4, 0, 0]]), ScaledDotProductAttention.Weights(Q, K, options));
        Assert.Equal(Rows([[2], [4]]), ScaledDotProductAttention.Output(Q, K, V, options));
    }

    [Fact]
    public void Mask_ChangedAfterwards_StaysAsItWas()
    {
        var (attend, bias) = (new[,] { { true, true, true } }, Rows([[0, 0, 0]]));
        var (boolean, additive) = (AttentionMask.Boolean(attend), AttentionMask.Additive(bias));

        attend[0, 0] = false;
        bias[0, 0] = Minus;

        Assert.Equal(Scores(boolean), Scores(additive));
        Assert.Equal(1, Scores(additive)[0, 0]);
    }

    [Fact]
    public void Options_NoNumbersOrNegativeCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionOptions { SoftCap = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionOptions { SoftCap = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionOptions { Scale = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => AttentionMask.FirstKeys(-1));
    }

    private static Matrix<double> Scores(AttentionMask mask) => ScaledDotProductAttention.Scores(Q, K, Unscaled with { Mask = mask });
}
