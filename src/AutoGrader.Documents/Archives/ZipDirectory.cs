using System.Buffers.Binary;

namespace AutoGrader.Documents.Archives;

/// <summary>
/// Reads the central directory of a ZIP (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16). Our own and not ZipArchive's, because a hostile
/// or foreign archive is judged by what ZipArchive hides: raw names, flags, file types, offsets.
/// </summary>
internal static class ZipDirectory
{
    private const uint LocalHeader = 0x04034b50;
    private const uint CentralHeader = 0x02014b50;
    private const uint EndRecord = 0x06054b50;
    private const uint End64Record = 0x06064b50;
    private const uint End64Locator = 0x07064b50;
    private const uint SplitMarker = 0x08074b50;
    private const int EndRecordSize = 22;
    private const int CentralHeaderSize = 46;
    private const int MaximumDirectoryBytes = 64 << 20;

    /// <summary>Reads all entries, or says why not. A folder counts as an entry.</summary>
    public static IReadOnlyList<ZipEntry>? TryRead(ByteSource source, int maximumEntries, out ZipFault fault)
    {
        fault = Beginning(source);
        if (fault != ZipFault.None)
            return null;
        if (FindEnd(source) is not { } end)
        {
            fault = ZipFault.CutOff;
            return null;
        }
        fault = end switch
        {
            { Disk: not 0 } => ZipFault.Split,
            _ when end.Size < 0 || end.Offset < 0 || end.Offset > source.Length - end.Size => ZipFault.Damaged,
            _ when end.Count > maximumEntries || end.Size > MaximumDirectoryBytes => ZipFault.TooManyEntries,
            _ => ZipFault.None,
        };
        if (fault != ZipFault.None)
            return null;
        var directory = source.Take(end.Offset, (int)end.Size);
        return directory.Length < end.Size ? Fail(ZipFault.Damaged, out fault) : Walk(directory, end.Count, maximumEntries, out fault);
    }

    private static ZipFault Beginning(ByteSource source)
    {
        if (source.Length == 0)
            return ZipFault.Empty;
        var start = source.Take(0, 4);
        if (start.Length < 4)
            return ZipFault.NotAZip;
        return BinaryPrimitives.ReadUInt32LittleEndian(start) is LocalHeader or EndRecord or SplitMarker ? ZipFault.None : ZipFault.NotAZip;
    }

    private static End? FindEnd(ByteSource source)
    {
        var tailStart = Math.Max(0, source.Length - EndRecordSize - ushort.MaxValue);
        var tail = source.Take(tailStart, EndRecordSize + ushort.MaxValue);
        for (var at = tail.Length - EndRecordSize; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndRecord)
                continue;
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            if (at + EndRecordSize + comment <= tail.Length)
                return End64(source, tailStart + at) ?? new End(
                    BinaryPrimitives.ReadUInt16LittleEndian(record[4..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        }
        return null;
    }

    private static End? End64(ByteSource source, long endPosition)
    {
        var locator = source.Take(Math.Max(0, endPosition - 20), 20);
        if (endPosition < 20 || BinaryPrimitives.ReadUInt32LittleEndian(locator) != End64Locator)
            return null;
        var position = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var record = position < 0 ? [] : source.Take(position, 56);
        if (record.Length < 56 || BinaryPrimitives.ReadUInt32LittleEndian(record) != End64Record)
            return new End(0, 0, -1, -1);
        return new End(
            BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(16)),
            BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(32)),
            BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)),
            BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)));
    }

    private static List<ZipEntry>? Walk(ReadOnlySpan<byte> directory, long announced, int maximumEntries, out ZipFault fault)
    {
        var entries = new List<ZipEntry>();
        while (directory.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(directory) == CentralHeader)
        {
            if (entries.Count == maximumEntries)
                return Fail(ZipFault.TooManyEntries, out fault);
            if (ReadEntry(directory, out var size) is not { } entry)
                return Fail(ZipFault.Damaged, out fault);
            entries.Add(entry);
            directory = directory[size..];
        }
        // Old writers let the 16-bit count overflow; any other difference means that programs would see different contents.
        if ((entries.Count & 0xFFFF) != (announced & 0xFFFF))
            return Fail(ZipFault.Damaged, out fault);
        fault = ZipFault.None;
        return entries;
    }

    private static ZipEntry? ReadEntry(ReadOnlySpan<byte> header, out int size)
    {
        size = 0;
        if (header.Length < CentralHeaderSize)
            return null;
        int nameSize = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        int extraSize = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        size = CentralHeaderSize + nameSize + extraSize + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (size > header.Length)
            return null;
        var rawName = header.Slice(CentralHeaderSize, nameSize).ToArray();
        var extra = header.Slice(CentralHeaderSize + nameSize, extraSize);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var (path, isGuessed) = ZipNames.Decode(rawName, flags, extra);
        var sizes = Sizes(header, extra);
        if (sizes.Length < 0 || sizes.Compressed < 0 || sizes.Offset < 0)
            return null;
        return new ZipEntry
        {
            Path = path.Replace('\\', '/'),
            RawName = rawName,
            IsNameGuessed = isGuessed,
            Length = sizes.Length,
            CompressedLength = sizes.Compressed,
            Offset = sizes.Offset,
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            Flags = flags,
            UnixType = header[5] is 3 or 19 ? BinaryPrimitives.ReadUInt16LittleEndian(header[40..]) & 0xF000 : 0,
            ModifiedAt = Time(BinaryPrimitives.ReadUInt16LittleEndian(header[14..]), BinaryPrimitives.ReadUInt16LittleEndian(header[12..])),
        };
    }

    /// <summary>
    /// Sizes and offset; those that say "see ZIP64" are taken from there, in the order of APPNOTE 4.5.3. Negative: contradictory.
    /// </summary>
    private static (long Length, long Compressed, long Offset) Sizes(ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        var field = ReadOnlySpan<byte>.Empty;
        while (extra.Length >= 4)
        {
            var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
                field = extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        var length = Large(BinaryPrimitives.ReadUInt32LittleEndian(header[24..]), ref field);
        var compressed = Large(BinaryPrimitives.ReadUInt32LittleEndian(header[20..]), ref field);
        return (length, compressed, Large(BinaryPrimitives.ReadUInt32LittleEndian(header[42..]), ref field));
    }

    private static long Large(uint value, ref ReadOnlySpan<byte> field)
    {
        if (value != uint.MaxValue)
            return value;
        if (field.Length < 8)
            return -1;
        var large = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return large;
    }

    /// <summary>The time of MS-DOS: two seconds' steps, from 1980. 1980-01-01 00:00 is what tools write that know no time.</summary>
    private static DateTime? Time(int date, int time)
    {
        var (year, month, day) = (1980 + (date >> 9), (date >> 5) & 15, date & 31);
        var (hour, minute, second) = (time >> 11, (time >> 5) & 63, (time & 31) * 2);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return null;
        var value = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return value == new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) ? null : value;
    }

    private static List<ZipEntry>? Fail(ZipFault value, out ZipFault fault)
    {
        fault = value;
        return null;
    }

    private readonly record struct End(long Disk, long Count, long Size, long Offset);
}
