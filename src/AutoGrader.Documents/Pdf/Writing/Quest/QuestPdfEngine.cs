using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.StudentPages;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace AutoGrader.Documents.Pdf.Writing.Quest;

/// <summary>
/// Renders the report with QuestPDF; the student's pages are put behind it as by the default engine. Compiled only with
/// <c>-p:PdfEngine=QuestPDF</c>; uses only what QuestPDF has had since 2023.12. Whoever builds it must be entitled to QuestPDF's
/// Community licence or change <see cref="License"/>.
/// </summary>
public sealed class QuestPdfEngine : IFeedbackPdfEngine
{
    private const LicenseType License = LicenseType.Community;

    static QuestPdfEngine()
    {
        QuestPDF.Settings.License = License;
        // A missing glyph is a box, not a reason for a student to get no feedback.
        QuestPDF.Settings.CheckIfAllTextGlyphsAreAvailable = false;
        foreach (var font in new[] { "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf" })
        {
            using var stream = typeof(QuestPdfEngine).Assembly.GetManifestResourceStream(font)!;
            FontManager.RegisterFont(stream);
        }
    }

    /// <inheritdoc/>
    public byte[] Render(FeedbackReport report, byte[]? studentPdf)
    {
        if (studentPdf is null)
            return Generate(report);
        try
        {
            using var student = StudentReport.Open(studentPdf);
            return AppendedPages.Append(Generate(report), report, student);
        }
        catch (Exception)
        {
            // As in the default engine: a student's damaged file may throw anything; a fault of our own shows again here.
            return Generate(EngineTexts.WithoutPages(report));
        }
    }

    private static byte[] Generate(FeedbackReport report) => Document
        .Create(document => document.Page(page =>
        {
            page.Size(PageSizes.A4);
            page.Margin(56);
            page.DefaultTextStyle(style => style.FontFamily("DejaVu Sans").FontSize(9.5f).FontColor(QuestTheme.Text));
            page.Content().Column(column =>
            {
                foreach (var block in report.Blocks)
                    QuestPdfBlocks.Compose(column.Item(), block);
            });
            page.Footer().DefaultTextStyle(style => style.FontSize(7.5f).FontColor(QuestTheme.Muted)).Row(row =>
            {
                row.RelativeItem().Text(report.Footer);
                row.ConstantItem(60).AlignRight().Text(text =>
                {
                    text.CurrentPageNumber();
                    text.Span(" / ");
                    text.TotalPages();
                });
            });
        }))
        // A fixed date: the same report is the same document.
        .WithMetadata(new DocumentMetadata
        {
            Title = report.Title,
            Producer = "AutoGrader",
            CreationDate = DateTime.UnixEpoch,
            ModifiedDate = DateTime.UnixEpoch,
        })
        .GeneratePdf();
}
