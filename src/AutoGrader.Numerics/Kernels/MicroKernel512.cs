using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// The micro-kernel for 32 registers of 8 numbers: 24 of them hold C, 3 a column of A, and each entry of B is spread over one more.
/// One name a register, because a loop over them would put them into memory.
/// </summary>
internal static class MicroKernel512
{
    public const int Rows = 24;
    public const int Columns = 8;

    /// <summary>As <see cref="MicroKernel.Multiply"/>, which has checked the lengths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        int depth, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product, int stride, bool accumulate)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(product);
        Vector512<double> c00 = default, c10 = default, c20 = default;
        Vector512<double> c01 = default, c11 = default, c21 = default;
        Vector512<double> c02 = default, c12 = default, c22 = default;
        Vector512<double> c03 = default, c13 = default, c23 = default;
        Vector512<double> c04 = default, c14 = default, c24 = default;
        Vector512<double> c05 = default, c15 = default, c25 = default;
        Vector512<double> c06 = default, c16 = default, c26 = default;
        Vector512<double> c07 = default, c17 = default, c27 = default;
        for (; depth > 0; depth--)
        {
            var a0 = Vector512.LoadUnsafe(ref a);
            var a1 = Vector512.LoadUnsafe(ref a, 8);
            var a2 = Vector512.LoadUnsafe(ref a, 16);
            var b0 = Vector512.Create(b);
            c00 = Vector512.MultiplyAddEstimate(a0, b0, c00);
            c10 = Vector512.MultiplyAddEstimate(a1, b0, c10);
            c20 = Vector512.MultiplyAddEstimate(a2, b0, c20);
            var b1 = Vector512.Create(Unsafe.Add(ref b, 1));
            c01 = Vector512.MultiplyAddEstimate(a0, b1, c01);
            c11 = Vector512.MultiplyAddEstimate(a1, b1, c11);
            c21 = Vector512.MultiplyAddEstimate(a2, b1, c21);
            var b2 = Vector512.Create(Unsafe.Add(ref b, 2));
            c02 = Vector512.MultiplyAddEstimate(a0, b2, c02);
            c12 = Vector512.MultiplyAddEstimate(a1, b2, c12);
            c22 = Vector512.MultiplyAddEstimate(a2, b2, c22);
            var b3 = Vector512.Create(Unsafe.Add(ref b, 3));
            c03 = Vector512.MultiplyAddEstimate(a0, b3, c03);
            c13 = Vector512.MultiplyAddEstimate(a1, b3, c13);
            c23 = Vector512.MultiplyAddEstimate(a2, b3, c23);
            var b4 = Vector512.Create(Unsafe.Add(ref b, 4));
            c04 = Vector512.MultiplyAddEstimate(a0, b4, c04);
            c14 = Vector512.MultiplyAddEstimate(a1, b4, c14);
            c24 = Vector512.MultiplyAddEstimate(a2, b4, c24);
            var b5 = Vector512.Create(Unsafe.Add(ref b, 5));
            c05 = Vector512.MultiplyAddEstimate(a0, b5, c05);
            c15 = Vector512.MultiplyAddEstimate(a1, b5, c15);
            c25 = Vector512.MultiplyAddEstimate(a2, b5, c25);
            var b6 = Vector512.Create(Unsafe.Add(ref b, 6));
            c06 = Vector512.MultiplyAddEstimate(a0, b6, c06);
            c16 = Vector512.MultiplyAddEstimate(a1, b6, c16);
            c26 = Vector512.MultiplyAddEstimate(a2, b6, c26);
            var b7 = Vector512.Create(Unsafe.Add(ref b, 7));
            c07 = Vector512.MultiplyAddEstimate(a0, b7, c07);
            c17 = Vector512.MultiplyAddEstimate(a1, b7, c17);
            c27 = Vector512.MultiplyAddEstimate(a2, b7, c27);
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, Columns);
        }

        Store(ref c, c00, c10, c20, accumulate);
        Store(ref Unsafe.Add(ref c, 1 * stride), c01, c11, c21, accumulate);
        Store(ref Unsafe.Add(ref c, 2 * stride), c02, c12, c22, accumulate);
        Store(ref Unsafe.Add(ref c, 3 * stride), c03, c13, c23, accumulate);
        Store(ref Unsafe.Add(ref c, 4 * stride), c04, c14, c24, accumulate);
        Store(ref Unsafe.Add(ref c, 5 * stride), c05, c15, c25, accumulate);
        Store(ref Unsafe.Add(ref c, 6 * stride), c06, c16, c26, accumulate);
        Store(ref Unsafe.Add(ref c, 7 * stride), c07, c17, c27, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double c, Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, bool accumulate)
    {
        if (accumulate)
        {
            v0 += Vector512.LoadUnsafe(ref c);
            v1 += Vector512.LoadUnsafe(ref c, 8);
            v2 += Vector512.LoadUnsafe(ref c, 16);
        }

        v0.StoreUnsafe(ref c);
        v1.StoreUnsafe(ref c, 8);
        v2.StoreUnsafe(ref c, 16);
    }
}
