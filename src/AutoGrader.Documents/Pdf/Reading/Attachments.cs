using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using UglyToad.PdfPig;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>Names the files attached to a report as a whole. They are not opened.</summary>
internal static class Attachments
{
    private const int Limit = 20;

    /// <summary>A remark for each file. Throws whatever the library throws.</summary>
    public static IReadOnlyList<ReadingRemark> Of(PdfDocument document)
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files))
            return [];
        var names = files.Take(Limit).Select(f => $"\"{Shortened.Of(f.FileSpecification)}\"").ToList();
        if (files.Count > Limit)
            names.Add(string.Create(CultureInfo.InvariantCulture, $"+ {files.Count - Limit}"));
        return [.. names.Select(n => Remark(new(
            $"A file is attached to the report and was not opened: {n}",
            $"Dem Bericht ist eine Datei angehängt, die nicht geöffnet wurde: {n}")))];
    }

    public static ReadingRemark Damaged { get; } = Remark(new(
        "The list of files attached to the report is damaged.", "Das Verzeichnis der angehängten Dateien ist beschädigt."));

    private static ReadingRemark Remark(LocalizedText text) => ReadingRemark.Of(ReadingRemarkKind.Attachment, 0, null, text);
}
