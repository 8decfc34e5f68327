using System.Globalization;
using System.Text;

namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>The document's outline (bookmarks), gathered while pages are drawn.</summary>
internal sealed class Outline
{
    private readonly List<(int Level, string Title, PageContent Page, double Top)> entries = [];

    /// <summary>Enters a heading.</summary>
    public void Add(int level, string title, PageContent page, double top) => entries.Add((level, title, page, top));

    /// <summary>Writes the outline with the pages of a student's report behind it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="destination">The destination of a place on a page of ours.</param>
    /// <param name="further">Entries behind the gathered ones: level, title, destination.</param>
    /// <returns>The number of the outline's object.</returns>
    public int Write(
        PdfFile file, Func<PageContent, double, string> destination, IEnumerable<(int Level, string Title, string Destination)> further)
    {
        var items = entries.Select(e => (e.Level, e.Title, Destination: destination(e.Page, e.Top))).Concat(further).ToList();
        var numbers = items.Select(_ => file.Reserve()).ToList();
        var root = file.Reserve();
        var parents = Parents([.. items.Select(i => i.Level)]);
        for (var i = 0; i < items.Count; i++)
        {
            var entry = new StringBuilder($"<</Title {PdfSyntax.Text(items[i].Title)}/Dest{items[i].Destination}");
            entry.Append(CultureInfo.InvariantCulture, $"/Parent {PdfSyntax.Reference(parents[i] < 0 ? root : numbers[parents[i]])}");
            var siblings = Enumerable.Range(0, items.Count).Where(j => parents[j] == parents[i]).ToList();
            var place = siblings.IndexOf(i);
            if (place > 0)
                entry.Append("/Prev ").Append(PdfSyntax.Reference(numbers[siblings[place - 1]]));
            if (place < siblings.Count - 1)
                entry.Append("/Next ").Append(PdfSyntax.Reference(numbers[siblings[place + 1]]));
            file.Write(numbers[i], entry.Append(Children(i, parents, numbers)).Append(">>").ToString());
        }

        file.Write(root, $"<</Type/Outlines{Children(-1, parents, numbers)}>>");
        return root;
    }

    /// <summary>The nearest earlier entry of a lower level; -1 for none.</summary>
    private static List<int> Parents(List<int> levels) =>
        [.. levels.Select((level, i) => levels.FindLastIndex(Math.Max(i - 1, 0), i, earlier => earlier < level))];

    private static string Children(int parent, List<int> parents, List<int> numbers)
    {
        var children = Enumerable.Range(0, parents.Count).Where(i => parents[i] == parent).ToList();
        return children.Count == 0
            ? ""
            : $"/First {PdfSyntax.Reference(numbers[children[0]])}/Last {PdfSyntax.Reference(numbers[children[^1]])}"
              + $"/Count {Descendants(parent, parents).ToString(CultureInfo.InvariantCulture)}";
    }

    private static int Descendants(int parent, List<int> parents) =>
        Enumerable.Range(0, parents.Count).Where(i => parents[i] == parent).Sum(i => 1 + Descendants(i, parents));
}
