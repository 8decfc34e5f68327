using System.Runtime.Intrinsics;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// Functions of single entries, eight at a time. An entry that is left over at the end goes through the same operations as all others, so
/// that its result never depends on its place.
/// </summary>
internal static class Entrywise
{
    private static readonly Vector512<double> One = Vector512.Create(1.0);

    /// <summary>A function of eight entries.</summary>
    internal interface IFunction
    {
        /// <summary>f of each.</summary>
        static abstract Vector512<double> Of(Vector512<double> x);
    }

    /// <summary>result = f(x).</summary>
    public static void Map<TFunction>(ReadOnlySpan<double> x, Span<double> result)
        where TFunction : IFunction
    {
        var i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            TFunction.Of(Vector512.Create(x[i..])).CopyTo(result[i..]);
        for (; i < x.Length; i++)
            result[i] = TFunction.Of(Vector512.Create(x[i]))[0];
    }

    /// <summary>factors = factors · f(x).</summary>
    public static void Multiply<TFunction>(ReadOnlySpan<double> x, Span<double> factors)
        where TFunction : IFunction
    {
        var i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            (Vector512.Create<double>(factors[i..]) * TFunction.Of(Vector512.Create(x[i..]))).CopyTo(factors[i..]);
        for (; i < x.Length; i++)
            factors[i] *= TFunction.Of(Vector512.Create(x[i]))[0];
    }

    /// <summary>target = target + x.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> x)
    {
        var i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            (Vector512.Create<double>(target[i..]) + Vector512.Create(x[i..])).CopyTo(target[i..]);
        for (; i < x.Length; i++)
            target[i] += x[i];
    }

    /// <summary>target = target + x · y.</summary>
    public static void AddProduct(Span<double> target, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += x[i] * y[i];
    }

    /// <summary>Bounds every entry to −bound … bound, if there is a bound. NaN stays.</summary>
    public static void Clip(Span<double> x, double? bound)
    {
        if (bound is not { } limit)
            return;
        for (var i = 0; i < x.Length; i++)
            x[i] = Math.Clamp(x[i], -limit, limit);
    }

    /// <summary>
    /// tanh: near 0 a rational approximation, elsewhere 1 − 2/(exp(2|x|) + 1) with the sign of x. Source of the coefficients: Moshier,
    /// Methods and Programs for Mathematical Functions (1989), Cephes <c>tanh.c</c>, relative error below 2.5E−16 for |x| &lt; 0.625.
    /// </summary>
    internal readonly struct Tanh : IFunction
    {
        private const double Near = 0.625;

        public static Vector512<double> Of(Vector512<double> x)
        {
            var square = x * x;
            var numerator = (Vector512.Create(-9.64399179425052238628E-1) * square + Vector512.Create(-9.92877231001918586564E1)) * square
                + Vector512.Create(-1.61468768441708447952E3);
            var denominator = ((square + Vector512.Create(1.12811678491632931402E2)) * square
                + Vector512.Create(2.23548839060100448583E3)) * square + Vector512.Create(4.84406305325125486048E3);
            var near = x + x * square * (numerator / denominator);
            var magnitude = Vector512.Abs(x);
            var far = One - Vector512.Create(2.0) / (Vector512.Exp(magnitude + magnitude) + One);
            return Vector512.CopySign(Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(Near)), near, far), x);
        }
    }

    /// <summary>1 / cosh²(x), which 1 − tanh² cannot give where tanh rounds to ±1.</summary>
    internal readonly struct TanhDerivative : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x)
        {
            var power = Vector512.Exp(Vector512.Create(-2.0) * Vector512.Abs(x));
            return Vector512.Create(4.0) * power / ((One + power) * (One + power));
        }
    }

    /// <summary>1 / (1 + exp(−x)).</summary>
    internal readonly struct Sigmoid : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => One / (One + Vector512.Exp(-x));
    }

    /// <summary>σ(x)·(1 − σ(x)).</summary>
    internal readonly struct SigmoidDerivative : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x)
        {
            var power = Vector512.Exp(-Vector512.Abs(x));
            return power / ((One + power) * (One + power));
        }
    }
}
