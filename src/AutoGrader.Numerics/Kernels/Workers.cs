namespace AutoGrader.Numerics.Kernels;

/// <summary>
/// Spreads independent parts over the cores. No part may read what another writes: then the result has the same bits whatever the number
/// of cores.
/// </summary>
internal static class Workers
{
    /// <summary>Below so many multiplications a second thread costs more than it gains.</summary>
    private const double WorthAThread = 500_000;

    /// <summary>Runs every part once.</summary>
    /// <param name="parts">How many there are.</param>
    /// <param name="multiplications">What they cost together, roughly.</param>
    /// <param name="run">Computes the part with that number.</param>
    public static void Run(int parts, double multiplications, Action<int> run)
    {
        if (parts > 1 && multiplications >= WorthAThread)
        {
            Parallel.For(0, parts, run);
            return;
        }

        for (var part = 0; part < parts; part++)
            run(part);
    }

    /// <summary>The number of parts of a size that cover a length.</summary>
    public static int Parts(int length, int size) => (int)((length + (long)size - 1) / size);
}
