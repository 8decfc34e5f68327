using System.Numerics;

namespace AutoGrader.Numerics.Cost;

/// <summary>
/// What one layer has to do, counted and not measured. Exact at any size.
/// Source: Vaswani et al., Attention Is All You Need (2017), table 1, which gives the orders: self-attention O(N²·d), convolution
/// O(k·N·d²) in one dimension, so O(k²·N·d²) in two.
/// </summary>
/// <param name="MultiplyAdds">Products that are added to a sum.</param>
/// <param name="Exponentials">Exponentials of the softmax.</param>
/// <param name="Memory">Numbers that exist at the end: inputs, weights of the layer, what lies between, output.</param>
public sealed record LayerCost(BigInteger MultiplyAdds, BigInteger Exponentials, BigInteger Memory)
{
    /// <summary>
    /// One head of self-attention, softmax(QKᵀ/√d)·V, without the projections that make Q, K and V: N²·d multiply-adds for QKᵀ and as many
    /// for the product with V, N² exponentials; in memory Q, K, V and the output with N·d numbers each, and the N² scores.
    /// </summary>
    /// <remarks>
    /// Only the memory can be had for less: computed in blocks (Dao et al., FlashAttention, 2022) the scores are never all there, and the
    /// memory grows like N·d.
    /// </remarks>
    /// <param name="length">N, the number of queries and of keys: of all pixels, H·W, for an image. At least 1.</param>
    /// <param name="dimension">d, of queries, keys and values. At least 1.</param>
    public static LayerCost OfSelfAttention(int length, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        var scores = (BigInteger)length * length;
        return new LayerCost(2 * scores * dimension, scores, scores + 4 * (BigInteger)length * dimension);
    }

    /// <summary>
    /// A convolution with stride 1 and padding: for each of N places and each of the d_out output channels the kernel's places times d_in
    /// multiply-adds, those with the padding included; in memory input, kernel and output.
    /// </summary>
    /// <param name="length">N, the number of places: of all pixels, H·W, for an image. At least 1.</param>
    /// <param name="kernelPlaces">The places of the kernel: k in one dimension, k² in two. At least 1.</param>
    /// <param name="inputChannels">d_in. At least 1.</param>
    /// <param name="outputChannels">d_out. At least 1.</param>
    public static LayerCost OfConvolution(int length, long kernelPlaces, int inputChannels, int outputChannels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernelPlaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputChannels, 1);
        var kernel = (BigInteger)kernelPlaces * inputChannels * outputChannels;
        return new LayerCost(length * kernel, 0, kernel + (BigInteger)length * ((BigInteger)inputChannels + outputChannels));
    }
}
