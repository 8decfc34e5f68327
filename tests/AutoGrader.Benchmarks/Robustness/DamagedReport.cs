using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>A report damaged as transfers, disks and careless programs damage files. The seed alone decides how.</summary>
/// <param name="Damage">What was done.</param>
/// <param name="Content">The damaged file.</param>
internal sealed partial record DamagedReport(string Damage, byte[] Content)
{
    // Latin-1 keeps every byte as one character, so that places in the text are places in the file.
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <summary>The damages are taken in turns.</summary>
    public static DamagedReport Of(byte[] report, int seed)
    {
        var random = new Random(seed);
        return (seed % 6) switch
        {
            0 => new("cut off", report[..random.Next(report.Length)]),
            1 => new("bytes changed", Flip(report, random)),
            2 => new("zeroed", Zero(report, random)),
            3 => new("objects swapped", Swap(report, ObjectBodies(), random)),
            4 => new("streams swapped", Swap(report, StreamData(), random)),
            _ => new("object emptied", Empty(report, random)),
        };
    }

    private static byte[] Flip(byte[] report, Random random)
    {
        var result = (byte[])report.Clone();
        for (var i = random.Next(1, 64); i > 0; i--)
            result[random.Next(result.Length)] ^= (byte)random.Next(1, 256);
        return result;
    }

    private static byte[] Zero(byte[] report, Random random)
    {
        var result = (byte[])report.Clone();
        var length = random.Next(1, Math.Min(8192, result.Length));
        result.AsSpan(random.Next(result.Length - length), length).Clear();
        return result;
    }

    private static byte[] Swap(byte[] report, Regex pattern, Random random)
    {
        var text = Bytes.GetString(report);
        var pieces = pattern.Matches(text).Select(m => m.Groups[1]).ToList();
        if (pieces.Count < 2)
            return Flip(report, random);
        var first = random.Next(pieces.Count - 1);
        var (a, b) = (pieces[first], pieces[random.Next(first + 1, pieces.Count)]);
        return Bytes.GetBytes(string.Concat(
            text.AsSpan(0, a.Index), b.Value, text.AsSpan(a.Index + a.Length, b.Index - a.Index - a.Length).ToString() + a.Value,
            text.AsSpan(b.Index + b.Length)));
    }

    private static byte[] Empty(byte[] report, Random random)
    {
        var pieces = ObjectBodies().Matches(Bytes.GetString(report)).Select(m => m.Groups[1]).ToList();
        if (pieces.Count == 0)
            return Zero(report, random);
        var result = (byte[])report.Clone();
        var piece = pieces[random.Next(pieces.Count)];
        result.AsSpan(piece.Index, piece.Length).Fill((byte)' ');
        return result;
    }

    [GeneratedRegex(@"\d+ \d+ obj(.*?)endobj", RegexOptions.Singleline)]
    private static partial Regex ObjectBodies();

    [GeneratedRegex(@"[^d]stream\r?\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex StreamData();
}
