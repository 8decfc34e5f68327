using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>Writes the structure tree and the way back from content to it (ISO 32000-1, 14.7.4.4).</summary>
internal sealed class StructureWriter(PdfFile file, IReadOnlyDictionary<PageContent, int> pageNumbers)
{
    private readonly Dictionary<StructureElement, int> numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes everything below the document's element.</summary>
    /// <param name="document">The element of the whole document.</param>
    /// <param name="pages">The pages with marked content; a page's <c>StructParents</c> is its place in this list.</param>
    /// <returns>The number of the root's object.</returns>
    public int Write(StructureElement document, IReadOnlyList<PageContent> pages)
    {
        var root = file.Reserve();
        var child = Write(document, root);
        var parents = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
            parents.Append(
                CultureInfo.InvariantCulture, $"{i} [{string.Join(' ', pages[i].Marked.Select(e => PdfSyntax.Reference(numbers[e])))}] ");
        file.Write(
            root,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/StructTreeRoot/K {PdfSyntax.Reference(child)}/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {pages.Count}>>"));
        return root;
    }

    private int Write(StructureElement element, int parent)
    {
        var number = file.Reserve();
        numbers.Add(element, number);
        var kids = string.Join(' ', element.Kids.Select(kid => kid switch
        {
            StructureElement child => PdfSyntax.Reference(Write(child, number)),
            ContentPiece piece => string.Create(
                CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {PdfSyntax.Reference(pageNumbers[piece.Page])}/MCID {piece.Id}>>"),
            _ => throw new InvalidOperationException($"A {kid.GetType().Name} cannot stand in the structure tree."),
        }));
        var description = element.Description is null ? "" : $"/Alt {PdfSyntax.Text(element.Description)}";
        var scope = element.Role == "TH" ? "/A<</O/Table/Scope/Both>>" : "";
        file.Write(number, $"<</S/{element.Role}/P {PdfSyntax.Reference(parent)}{description}{scope}/K[{kids}]>>");
        return number;
    }
}
