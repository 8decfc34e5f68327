using System.Collections.Concurrent;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>
/// A program on this machine that recognises text in pictures. Not part of AutoGrader: nothing fails where there is none.
/// </summary>
/// <param name="Command">Its name or path.</param>
/// <param name="Version">What it calls itself; part of what a reading depends on.</param>
public sealed record TextRecogniser(string Command, string Version)
{
    private static readonly ConcurrentDictionary<string, TextRecogniser?> Known = new(StringComparer.Ordinal);

    /// <summary>Looks for a program, once for each command; <c>null</c> where it is missing or lacks English or German.</summary>
    /// <param name="command">The name or path of Tesseract; empty for none.</param>
    public static TextRecogniser? Find(string command) => Known.GetOrAdd(
        command, c => c.Length > 0 && Tesseract.Find(c) is { Length: > 0 } version ? new TextRecogniser(c, version) : null);
}
