using System.Diagnostics.CodeAnalysis;

namespace AutoGrader.Application.Data;

/// <summary>What was read from a PDF. Kept apart from scores, so that a changed rubric opens no PDF (ADR 2).</summary>
public sealed class StoredReading
{
    public required Guid Id { get; init; }

    /// <summary>The PDF's hash.</summary>
    public required string PdfHash { get; init; }

    /// <summary>Reader version and limits: what else the reading depends on.</summary>
    public required string Reader { get; init; }

    /// <summary>The reading as compressed JSON.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "A column.")]
    public required byte[] Content { get; init; }

    public required DateTime ReadAt { get; init; }
}
