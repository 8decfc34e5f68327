using System.IO.Compression;
using AutoGrader.Documents.Pdf;

namespace AutoGrader.Tests.Documents.Pdf;

/// <summary>Packed data that are whole, cut off, changed, or larger than they should be.</summary>
public sealed class ZlibCheckTests
{
    private const int Length = 100_000;

    public static TheoryData<int> Cuts => [1, 4, 5, 1000];

    [Fact]
    public void Whole_data_are_whole_and_so_are_bytes_behind_them()
    {
        foreach (var packed in new[] { Packed(), [.. Packed(), (byte)'\r', (byte)'\n'] })
        {
            var (length, content, isWhole) = ZlibCheck.Unpack(packed, long.MaxValue);
            Assert.True(isWhole);
            Assert.Equal(Length, length);
            Assert.Equal(Plain(), content!.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Data_that_are_cut_off_are_not_whole(int missing) =>
        Assert.False(ZlibCheck.Unpack(Packed().AsMemory(..^missing), long.MaxValue).IsWhole);

    [Fact]
    public void Nothing_is_not_whole() => Assert.False(ZlibCheck.Unpack(Array.Empty<byte>(), long.MaxValue).IsWhole);

    [Fact]
    public void No_changed_byte_goes_unnoticed()
    {
        var packed = Packed();
        for (var i = 0; i < packed.Length; i += 997)
        {
            var changed = (byte[])packed.Clone();
            changed[i] ^= 0x10;
            Assert.False(ZlibCheck.Unpack(changed, long.MaxValue).IsWhole, $"Byte {i} was changed.");
        }
    }

    [Fact]
    public void Unpacking_ends_soon_after_the_limit() =>
        Assert.InRange(ZlibCheck.Unpack(Packed(), 1000).Length, 1001, Length - 1);

    [Fact]
    public void Large_content_is_counted_and_not_kept()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[ZlibCheck.MostKept + 1]);

        Assert.Equal((ZlibCheck.MostKept + 1L, null, true), ZlibCheck.Unpack(packed.ToArray(), long.MaxValue));
    }

    private static byte[] Plain()
    {
        var content = new byte[Length];
        new Random(1).NextBytes(content);
        return content;
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Plain());
        return packed.ToArray();
    }
}
