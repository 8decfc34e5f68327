namespace AutoGrader.Documents.Archives;

/// <summary>An entry of a ZIP as its central directory announces it. Everything in it may be a lie until the content was read.</summary>
internal sealed record ZipEntry
{
    /// <summary>The path with <c>/</c> between its parts; hostile until checked.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The name's bytes as stored: where nothing says how they are encoded, <see cref="ZipNames.Readings"/> knows the other ways to read
    /// them.
    /// </summary>
    public required byte[] RawName { get; init; }

    /// <summary>Whether the encoding of the name is a guess.</summary>
    public required bool IsNameGuessed { get; init; }

    /// <summary>The size of the content, as announced.</summary>
    public required long Length { get; init; }

    /// <summary>The size in the archive, as announced.</summary>
    public required long CompressedLength { get; init; }

    /// <summary>Where the local header stands.</summary>
    public required long Offset { get; init; }

    /// <summary>The checksum of the content, as announced.</summary>
    public required uint Crc { get; init; }

    /// <summary>How the content is compressed: 0 stored, 8 deflate.</summary>
    public required int Method { get; init; }

    /// <summary>The general purpose flags.</summary>
    public required int Flags { get; init; }

    /// <summary>The file type bits of Unix where the archive was made there, else 0.</summary>
    public required int UnixType { get; init; }

    /// <summary>The wall-clock time without zone; <c>null</c> where the archive holds none.</summary>
    public required DateTime? ModifiedAt { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>Whether the content is encrypted (flag bit 0, or the method number that stands for AES).</summary>
    public bool IsEncrypted => (Flags & 1) != 0 || Method == 99;

    /// <summary>Whether it is a link, a device or anything else that is neither file nor folder.</summary>
    public bool IsSpecial => UnixType is not (0 or 0x8000 or 0x4000);

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
