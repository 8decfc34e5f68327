using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics.Attention;

public sealed class ScaledDotProductAttentionTests
{
    private static readonly Tolerance Rounding = new(1e-14, 1e-13);

    // Cross attention with N_Q = 2, N_KV = 4, d_k = 3, d_v = 2. Expected numbers: CPython 3, math.exp and math.fsum straight from
    // equation 1.
    private static readonly Matrix<double> Q = Rows([[0.5, -1.25, 2], [1, 0, -0.75]]);
    private static readonly Matrix<double> K = Rows([[1, 0.5, -1], [0.25, 2, 1.5], [-0.5, 1, 0], [3, -2, 1]]);
    private static readonly Matrix<double> V = Rows([[1, 2], [-1, 0.5], [0, 3], [4, -2]]);

    [Fact]
    public void Scores_CrossAttention_EqualsPythonsNumbers() => ShouldEqual(
        [
            [-1.2268693220279547, 0.36084391824351614, -0.8660254037844387, 3.464101615137755],
            [1.0103629710818451, -0.5051814855409226, -0.2886751345948129, 1.299038105676658],
        ],
        ScaledDotProductAttention.Scores(Q, K));

    [Fact]
    public void Weights_CrossAttention_EqualsPythonsNumbers() => ShouldEqual(
        [
            [0.008599486855765196, 0.042073402599916744, 0.012336303900702637, 0.9369908066436154],
            [0.3537142692092029, 0.07770697187460858, 0.0964911536778133, 0.47208760523837523],
        ],
        ScaledDotProductAttention.Weights(Q, K));

    [Fact]
    public void Output_CrossAttention_EqualsPythonsNumbers() => ShouldEqual(
        [[3.7144893108303103, -1.7987370265736342], [2.164357718288095, 0.09158027491239953]],
        ScaledDotProductAttention.Output(Q, K, V));

    [Fact] // Exercise sheet 5, question 3.4, worked solution in the marking guide.
    public void Output_WithoutSoftmaxOnTheSheetsMatrices_IsTheWorkedSolution()
    {
        var q = Rows([[1, 1, 1, 1], [0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]]);
        var k = Rows([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 1]]);
        var v = Rows([[1, 2, 3], [4, 5, 6], [6, 8, 9]]);
        var plain = new AttentionOptions { Softmax = false };

        ShouldEqual(
            [[2, 2, 2], [0, 1, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1]], ScaledDotProductAttention.Scores(q, k, plain with { Scale = 1 }));
        ShouldEqual(
            [[1, 1, 1], [0, 0.5, 0.5], [0, 0.5, 0], [0.5, 0, 0], [0.5, 0, 0.5]], ScaledDotProductAttention.Weights(q, k, plain));
        ShouldEqual(
            [[11, 15, 18], [5, 6.5, 7.5], [2, 2.5, 3], [0.5, 1, 1.5], [3.5, 5, 6]], ScaledDotProductAttention.Output(q, k, v, plain));
    }

    [Fact]
    public void Scores_GivenScale_ReplacesTheDefault() =>
        ShouldEqual([[6]], ScaledDotProductAttention.Scores(Rows([[1, 1]]), Rows([[1, 2]]), new AttentionOptions { Scale = 2 }));

    [Fact]
    public void Scores_DifferentKeyDimensions_NamesBothShapes()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => ScaledDotProductAttention.Scores(Q, V));

        Assert.Equal((new Shape(2, 3), new Shape(4, 2)), (error.Left, error.Right));
        Assert.Contains("Q (2×3) and K (4×2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_DifferentNumbersOfKeysAndValues_NamesBothShapes()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => ScaledDotProductAttention.Output(Q, K, Rows([[1.0, 2]])));

        Assert.Contains("K (4×3) and V (1×2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_HugeLogits_StaysFinite() =>
        ShouldEqual([[7]], ScaledDotProductAttention.Output(Rows([[1e200]]), Rows([[1e100], [-1e100]]), Rows([[7], [9]])));

    [Fact]
    public void Output_SizesOfOneAndNone_AreDefined()
    {
        ShouldEqual([[5]], ScaledDotProductAttention.Output(Rows([[2]]), Rows([[3]]), Rows([[5]])));
        Assert.Equal(Matrix<double>.Build.Dense(0, 2), ScaledDotProductAttention.Output(Matrix<double>.Build.Dense(0, 3), K, V));
        ShouldEqual(
            [[0, 0], [0, 0]], ScaledDotProductAttention.Output(Q, Matrix<double>.Build.Dense(0, 3), Matrix<double>.Build.Dense(0, 2)));
    }

    [Fact] // 0/√0 is no scale.
    public void Output_NoColumns_NamesBothShapes()
    {
        var (q, k) = (Matrix<double>.Build.Dense(2, 0), Matrix<double>.Build.Dense(4, 0));

        var error = Assert.Throws<ShapeMismatchException>(() => ScaledDotProductAttention.Output(q, k, V));

        Assert.Contains("Q (2×0) and K (4×0)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_SparseAndDiagonalMatrices_IsThatOfDenseOnes()
    {
        var (eye, sparse) = (Matrix<double>.Build.DiagonalIdentity(3), Matrix<double>.Build.SparseOfMatrix(K));

        ShouldEqual(
            ScaledDotProductAttention.Output(Matrix<double>.Build.DenseIdentity(3), K, V).ToRowArrays(),
            ScaledDotProductAttention.Output(eye, sparse, V));
    }

    [Fact]
    public void Weights_OverTheQueries_NormaliseColumns() => ShouldEqual(
        [[0.25, 0.5], [0.75, 0.5]],
        ScaledDotProductAttention.Weights(
            Rows([[0], [Math.Log(3)]]), Rows([[1], [0]]), new AttentionOptions { SoftmaxAxis = SoftmaxAxis.Columns }));

    private static void ShouldEqual(double[][] expected, Matrix<double> actual) =>
        Assert.Empty(MatrixComparison.Differences(Rows(expected), actual, Rounding));
}
