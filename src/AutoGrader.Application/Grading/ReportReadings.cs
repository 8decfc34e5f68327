using System.IO.Compression;
using System.Text.Json;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Readings, from the database or fresh. What is scored is always what the stored form gives back, so that a second run sees the same.
/// </summary>
internal sealed class ReportReadings(Database database, IPdfWorker worker, TimeProvider clock, IdGenerator ids)
{
    /// <summary>
    /// A reading in its stored form; <paramref name="IsNew"/> where it is still to be saved. One that a lack of time or a crash ended is
    /// not: who waives its reason has the file read again.
    /// </summary>
    public sealed record Reading(ReportContent? Content, Reason? Reason, StoredReading Stored, bool IsNew);

    /// <summary>The stored reading of a PDF; <c>null</c> where there is none.</summary>
    public async Task<Reading?> FindAsync(string pdfHash, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        var reader = Fingerprint.OfReader(limits);
        await using var context = await database.OpenAsync(cancellationToken);
        var known = await context.Readings.AsNoTracking()
            .SingleOrDefaultAsync(r => r.PdfHash == pdfHash && r.Reader == reader, cancellationToken);
        return known is null ? null : Unpack(known, isNew: false);
    }

    /// <summary>Stored readings as they are, by the hashes of their PDFs; those that are not stored are left out.</summary>
    public static async Task<Dictionary<string, StoredReading>> FindAsync(
        AutoGraderDbContext context, IReadOnlyList<string> pdfHashes, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        var reader = Fingerprint.OfReader(limits);
        return await context.Readings.AsNoTracking().Where(r => EF.Parameter(pdfHashes).Contains(r.PdfHash) && r.Reader == reader)
            .ToDictionaryAsync(r => r.PdfHash, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>What is in a stored reading.</summary>
    public static Reading Unpack(StoredReading stored) => Unpack(stored, isNew: false);

    /// <summary>The reading of a PDF.</summary>
    public async Task<Reading> GetAsync(byte[] pdf, string pdfHash, PdfReadLimits limits, CancellationToken cancellationToken)
    {
        if (await FindAsync(pdfHash, limits, cancellationToken) is { } known)
            return known;
        var result = await worker.ReadAsync(pdf, limits, cancellationToken);
        var fresh = new StoredReading
        {
            Id = ids.Next(),
            PdfHash = pdfHash,
            Reader = Fingerprint.OfReader(limits),
            Content = Pack(result),
            ReadAt = clock.GetUtcNow().UtcDateTime,
        };
        return Unpack(fresh, isNew: result.IsRepeatable);
    }

    private static byte[] Pack(PdfReadResult result)
    {
        using var packed = new MemoryStream();
        using (var compressor = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(compressor, result, StoredJson.Options);
        return packed.ToArray();
    }

    private static Reading Unpack(StoredReading stored, bool isNew)
    {
        using var unpacker = new BrotliStream(new MemoryStream(stored.Content), CompressionMode.Decompress);
        var result = JsonSerializer.Deserialize<PdfReadResult>(unpacker, StoredJson.Options)!;
        return new Reading(result.Content, result.Reason, stored, isNew);
    }
}
