using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// The micro-kernel for 16 registers of 4 numbers: 12 of them hold C, 2 a column of A, and each entry of B is spread over one more.
/// Without such registers the runtime computes the same with narrower ones. One name a register, because a loop over them would put them
/// into memory.
/// </summary>
internal static class MicroKernel256
{
    public const int Rows = 8;
    public const int Columns = 6;

    /// <summary>As <see cref="MicroKernel.Multiply"/>, which has checked the lengths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        int depth, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product, int stride, bool accumulate)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(product);
        Vector256<double> c00 = default, c10 = default;
        Vector256<double> c01 = default, c11 = default;
        Vector256<double> c02 = default, c12 = default;
        Vector256<double> c03 = default, c13 = default;
        Vector256<double> c04 = default, c14 = default;
        Vector256<double> c05 = default, c15 = default;
        for (; depth > 0; depth--)
        {
            var a0 = Vector256.LoadUnsafe(ref a);
            var a1 = Vector256.LoadUnsafe(ref a, 4);
            var b0 = Vector256.Create(b);
            c00 = Vector256.MultiplyAddEstimate(a0, b0, c00);
            c10 = Vector256.MultiplyAddEstimate(a1, b0, c10);
            var b1 = Vector256.Create(Unsafe.Add(ref b, 1));
            c01 = Vector256.MultiplyAddEstimate(a0, b1, c01);
            c11 = Vector256.MultiplyAddEstimate(a1, b1, c11);
            var b2 = Vector256.Create(Unsafe.Add(ref b, 2));
            c02 = Vector256.MultiplyAddEstimate(a0, b2, c02);
            c12 = Vector256.MultiplyAddEstimate(a1, b2, c12);
            var b3 = Vector256.Create(Unsafe.Add(ref b, 3));
            c03 = Vector256.MultiplyAddEstimate(a0, b3, c03);
            c13 = Vector256.MultiplyAddEstimate(a1, b3, c13);
            var b4 = Vector256.Create(Unsafe.Add(ref b, 4));
            c04 = Vector256.MultiplyAddEstimate(a0, b4, c04);
            c14 = Vector256.MultiplyAddEstimate(a1, b4, c14);
            var b5 = Vector256.Create(Unsafe.Add(ref b, 5));
            c05 = Vector256.MultiplyAddEstimate(a0, b5, c05);
            c15 = Vector256.MultiplyAddEstimate(a1, b5, c15);
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, Columns);
        }

        Store(ref c, c00, c10, accumulate);
        Store(ref Unsafe.Add(ref c, 1 * stride), c01, c11, accumulate);
        Store(ref Unsafe.Add(ref c, 2 * stride), c02, c12, accumulate);
        Store(ref Unsafe.Add(ref c, 3 * stride), c03, c13, accumulate);
        Store(ref Unsafe.Add(ref c, 4 * stride), c04, c14, accumulate);
        Store(ref Unsafe.Add(ref c, 5 * stride), c05, c15, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double c, Vector256<double> v0, Vector256<double> v1, bool accumulate)
    {
        if (accumulate)
        {
            v0 += Vector256.LoadUnsafe(ref c);
            v1 += Vector256.LoadUnsafe(ref c, 4);
        }

        v0.StoreUnsafe(ref c);
        v1.StoreUnsafe(ref c, 4);
    }
}
