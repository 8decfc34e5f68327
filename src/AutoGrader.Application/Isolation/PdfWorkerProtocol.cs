using System.Text.Json;
using AutoGrader.Application.Data;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Isolation;

/// <summary>
/// What program and worker say to each other, in frames. The worker greets with the builds it is made of. A request is what to do
/// and the limits as JSON, then the PDF; the answer is the result as JSON.
/// </summary>
internal static class PdfWorkerProtocol
{
    /// <summary>No request is longer: the largest PDF that the settings allow.</summary>
    public const int MostRequestBytes = 1024 * 1024 * 1024;

    /// <summary>No answer is longer: a hundred times what the reading of an ordinary report takes.</summary>
    public const int MostAnswerBytes = 64 * 1024 * 1024;

    /// <summary>The builds of the reader and of this protocol: both sides must be of one build.</summary>
    public static byte[] Greeting { get; } =
    [
        .. typeof(PdfReportReader).Assembly.ManifestModule.ModuleVersionId.ToByteArray(),
        .. typeof(PdfWorkerProtocol).Assembly.ManifestModule.ModuleVersionId.ToByteArray(),
    ];

    /// <summary>A value as bytes.</summary>
    public static byte[] Format<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, StoredJson.Options);

    /// <summary>The value that bytes stand for.</summary>
    /// <exception cref="JsonException">They stand for none.</exception>
    public static T Parse<T>(byte[] content) => JsonSerializer.Deserialize<T>(content, StoredJson.Options)
        ?? throw new JsonException($"A {typeof(T).Name} is announced, and null came.");
}
