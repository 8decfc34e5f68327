using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>Pages of a foreign document in ours, with marks on them.</summary>
internal static class PageCopies
{
    /// <summary>Copies all pages.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="file">Our document.</param>
    /// <param name="tree">The number of its page tree.</param>
    /// <param name="marks">The marks on the pages.</param>
    /// <param name="writer">Writes the marks.</param>
    /// <returns>The numbers of the pages' objects, in order.</returns>
    public static List<int> Copy(StudentReport source, PdfFile file, int tree, IReadOnlyList<PageMark> marks, MarkWriter writer)
    {
        var copier = new ObjectCopier(source.Document, file);
        return [.. source.Pages.Select((page, i) =>
        {
            var annotations = copier.Annotations(page) + writer.Write(page, marks.Where(m => m.Page == i + 1));
            return file.Add($"<</Type/Page/Parent {PdfSyntax.Reference(tree)}{copier.PageEntries(page)}/Annots[{annotations}]>>");
        })];
    }
}
