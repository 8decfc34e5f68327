using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Grading;

/// <summary>
/// Names of everything a result depends on. Where the name is the same, the stored result is used again; it must therefore leave out
/// nothing that the result depends on, and may well hold more.
/// </summary>
internal static class Fingerprint
{
    // An upload beyond this is told apart by its length and time alone, so that no upload can claim more memory here.
    private const long HashedBytes = 64L * 1024 * 1024;

    // The builds that inspect, score and compose: an updated program judges anew rather than mixing the results of two versions.
    private static readonly string Program = string.Join(
        '/',
        new[] { typeof(Points), typeof(HandInSource), typeof(Fingerprint) }.Select(
            type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));

    /// <summary>Names the bytes of a hand-in.</summary>
    public static string OfContent(HandInSource source, HandIn handIn) => Of(
        [handIn.HasOnlineText ? "online text" : "",
            .. handIn.Files.SelectMany(file => new[] { file.Path, Number(file.Length), HashOf(source, file) })]);

    /// <summary>Names all that a submission's result depends on.</summary>
    public static string OfSubmission(
        PlannedHandIn planned, RubricVersion rubric, string learning, string reader, string engine, Language? language,
        IEnumerable<StoredOverride> overrides) => Of(
        [
            Program, rubric.Hash, Number(SubmissionGrader.EngineVersion), learning, reader, engine, language?.ToString(),
            planned.ContentHash, planned.HandIn.Key, planned.HandIn.Name, planned.HandIn.ParticipantNumber,
            planned.HandIn.IsGroup.ToString(),
            .. planned.HandIn.Files.Select(file => Time(file.UploadedAt)),
            .. planned.Rows.Select(row => row with { Grade = "", Comment = "", Email = null, CanBeChanged = true })
                .Select(StoredJson.Write),
            .. overrides.OrderBy(o => o.Target, StringComparer.Ordinal)
                .SelectMany(o => new[] { o.Target, o.Points?.ToString(), o.Maximum?.ToString(), o.CriterionText, o.By, o.Reason }),
        ]);

    /// <summary>Names what is learnt from, how carefully it is used, and who else is asked.</summary>
    public static string OfScoring(string answersHash, double silentErrorTarget, string? judge) =>
        string.Create(CultureInfo.InvariantCulture, $"{answersHash}/{silentErrorTarget:R}/{judge}");

    /// <summary>Names what a reading depends on beside the PDF.</summary>
    public static string OfReader(PdfReadLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PdfReportReader.Version}/{limits.WallTime.TotalSeconds}s/{limits.Memory}m/{limits.Pages}p/{limits.LettersPerPage}l"
            + $"/{limits.PathsPerPage}d/{limits.Bytes}b/{limits.Recogniser?.Version}");

    private static string HashOf(HandInSource source, HandInFile file)
    {
        try
        {
            return source.ReadAll(file, HashedBytes) is { } content ? ArtifactStore.HashOf(content)
                : $"large, uploaded {Time(file.UploadedAt)}";
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // The inspection will meet the same fault and say so.
            return fault.GetType().Name;
        }
    }

    private static string Of(IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            // With their lengths, so that no two lists of parts run into the same bytes.
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTime? time) => time?.ToString("s", CultureInfo.InvariantCulture) ?? "";
}
