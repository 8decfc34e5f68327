using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.StudentPages;

namespace AutoGrader.Documents.Pdf.Writing.Quest;

/// <summary>Puts the student's pages with their marks behind a document that another library wrote.</summary>
internal static class AppendedPages
{
    public static byte[] Append(byte[] rendered, FeedbackReport report, StudentReport student)
    {
        using var own = StudentReport.Open(rendered);
        var file = new PdfFile();
        var fonts = new DocumentFonts(file);
        var (tree, resources) = (file.Reserve(), file.Reserve());
        var writer = new MarkWriter(file, fonts, resources);
        var pages = PageCopies.Copy(own, file, tree, [], writer);
        pages.AddRange(PageCopies.Copy(student, file, tree, report.Marks, writer));
        fonts.Write();
        file.Write(resources, fonts.Resources());
        var kids = string.Join(' ', pages.Select(PdfSyntax.Reference));
        file.Write(tree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count {pages.Count}/Kids[{kids}]>>"));
        var first = PdfSyntax.Reference(pages[own.Pages.Count]);
        var outline = new Outline().Write(file, (_, _) => "", [(1, EngineTexts.OwnReport.In(report.Language), $"[{first}/Fit]")]);
        var language = report.Language == Language.German ? "de" : "en";
        var catalog = file.Add(
            $"<</Type/Catalog/Pages {PdfSyntax.Reference(tree)}/Lang({language})/Outlines {PdfSyntax.Reference(outline)}"
            + "/ViewerPreferences<</DisplayDocTitle true>>>>");
        return file.Finish(catalog, file.Add($"<</Title {PdfSyntax.Text(report.Title)}/Producer {PdfSyntax.Text("AutoGrader")}>>"));
    }
}
