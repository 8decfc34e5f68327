namespace AutoGrader.Documents.Archives;

/// <summary>Why a ZIP, or an entry of it, cannot be read.</summary>
internal enum ZipFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>It does not begin like a ZIP.</summary>
    NotAZip,

    /// <summary>It begins like a ZIP but has no end record: cut off.</summary>
    CutOff,

    /// <summary>It contradicts itself.</summary>
    Damaged,

    /// <summary>It is one part of several.</summary>
    Split,

    /// <summary>More entries than allowed.</summary>
    TooManyEntries,

    /// <summary>An entry is larger than allowed.</summary>
    TooLarge,

    /// <summary>An entry holds more than it announces.</summary>
    MoreThanAnnounced,

    /// <summary>An entry is encrypted.</summary>
    Encrypted,

    /// <summary>An entry is compressed in a way that cannot be read.</summary>
    UnknownMethod,
}
