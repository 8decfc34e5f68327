using AutoGrader.Numerics;
using AutoGrader.Numerics.Attention;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.RandomMatrices;

namespace AutoGrader.Tests.Numerics.Attention;

/// <summary>What holds for attention of any size and with any options: each for small heads and for heads computed in blocks.</summary>
public sealed class AttentionPropertyTests
{
    private static readonly Tolerance Rounding = new(1e-11, 1e-11);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_AnyOptions_IsWeightsTimesValues(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = RandomAttention.Next(random, isLarge);
        return AreEqual(ScaledDotProductAttention.Weights(head.Q, head.K, head.Options) * head.V, head.Output);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_AnyMask_SumToOneOrZeroAlongTheAxis(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = RandomAttention.Next(random, isLarge);
        var weights = ScaledDotProductAttention.Weights(head.Q, head.K, head.Options with { Softmax = true });
        var sums = head.Options.SoftmaxAxis == SoftmaxAxis.Rows ? weights.RowSums() : weights.ColumnSums();
        return sums.All(sum => sum == 0 || Math.Abs(sum - 1) < 1e-12) && weights.Enumerate().All(w => w is >= 0 and <= 1);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_Causal_NeverLooksAhead(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = RandomAttention.Next(random, isLarge, softmaxOnly: true);
        head = head with { Options = head.Options with { Causal = true } };
        var first = random.Next(head.K.RowCount);
        var (k, v) = (head.K.Clone(), head.V.Clone());
        for (var key = first; key < k.RowCount; key++)
        {
            k.SetRow(key, k.Row(key) + 1);
            v.SetRow(key, v.Row(key) - 1);
        }

        var blind = Math.Clamp(first - head.Options.CausalOffset, 0, head.Q.RowCount);
        return blind == 0 || Same(Top(head.Output, blind), Top((head with { K = k, V = v }).Output, blind));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_MaskedKeys_IsThatOfTheShorterSequence(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = RandomAttention.Next(random, isLarge);
        var seen = random.Next(1, head.K.RowCount + 1);
        var options = head.Options with { Mask = AttentionMask.FirstKeys(seen) };
        var shorter = head with { K = Top(head.K, seen), V = Top(head.V, seen), Options = options with { Mask = null } };
        return AreEqual(shorter.Output, (head with { Options = options }).Output);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_PermutedKeyValuePairs_IsTheSame(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = Unmasked(RandomAttention.Next(random, isLarge));
        var order = Order(random, head.K.RowCount);
        return AreEqual(head.Output, (head with { K = Permute(head.K, order), V = Permute(head.V, order) }).Output);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_PermutedQueries_IsPermutedAlike(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = Unmasked(RandomAttention.Next(random, isLarge));
        var order = Order(random, head.Q.RowCount);
        return AreEqual(Permute(head.Output, order), (head with { Q = Permute(head.Q, order) }).Output);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Output_AdditiveMaskOfZerosAndInfinities_IsTheBooleanMask(bool isLarge) => ShouldHoldForAll(random =>
    {
        var head = RandomAttention.Next(random, isLarge);
        var attend = new bool[head.Q.RowCount, head.K.RowCount];
        var bias = Matrix<double>.Build.Dense(head.Q.RowCount, head.K.RowCount, (i, j) =>
            (attend[i, j] = random.Next(3) != 0) ? 0 : double.NegativeInfinity);
        return Same(
            (head with { Options = head.Options with { Mask = AttentionMask.Boolean(attend) } }).Output,
            (head with { Options = head.Options with { Mask = AttentionMask.Additive(bias) } }).Output);
    });

    private static RandomAttention Unmasked(RandomAttention head) =>
        head with { Options = head.Options with { Mask = null, Causal = false } };

    private static bool AreEqual(Matrix<double> expected, Matrix<double> actual) => MatrixComparison.AreEqual(expected, actual, Rounding);

    private static bool Same(Matrix<double> expected, Matrix<double> actual) => MatrixComparison.AreEqual(expected, actual, default);

    private static Matrix<double> Top(Matrix<double> matrix, int rows) => matrix.SubMatrix(0, rows, 0, matrix.ColumnCount);

    private static int[] Order(Random random, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static Matrix<double> Permute(Matrix<double> matrix, int[] order) =>
        Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (i, j) => matrix[order[i], j]);
}
