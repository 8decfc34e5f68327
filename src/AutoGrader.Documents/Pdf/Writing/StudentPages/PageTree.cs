using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>Walks the page tree of a foreign document without interpreting what is on the pages.</summary>
internal sealed class PageTree
{
    private const int DeepestTree = 64;

    private static readonly string[] Inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];

    private readonly TokenSource source;
    private readonly int limit;
    private readonly List<StudentPage> pages = [];
    private readonly HashSet<DictionaryToken> path = new(ReferenceEqualityComparer.Instance);

    private PageTree(TokenSource source, int limit) => (this.source, this.limit) = (source, limit);

    /// <summary>The pages in order, at most as many as the limit.</summary>
    /// <exception cref="InvalidDataException">There is no usable page tree.</exception>
    public static IReadOnlyList<StudentPage> Pages(PdfDocument document, int limit)
    {
        var tree = new PageTree(new TokenSource(document), limit);
        var root = tree.source.Entry(document.Structure.Catalog.CatalogDictionary, "Pages") as DictionaryToken
            ?? throw new InvalidDataException("The PDF has no page tree.");
        tree.Walk(root, new Dictionary<string, IToken>());
        return tree.pages.Count > 0 ? tree.pages : throw new InvalidDataException("The PDF has no pages.");
    }

    private void Walk(DictionaryToken node, IReadOnlyDictionary<string, IToken> inherited)
    {
        if (path.Count > DeepestTree || !path.Add(node))
            throw new InvalidDataException("The page tree of the PDF is too deep or leads back to itself.");
        var attributes = new Dictionary<string, IToken>(inherited);
        foreach (var name in Inherited)
            if (node.Data.TryGetValue(name, out var token))
                attributes[name] = token;
        if (source.Entry(node, "Kids") is ArrayToken kids)
        {
            foreach (var kid in kids.Data)
                if (pages.Count < limit && source.Resolve(kid) is DictionaryToken child)
                    Walk(child, attributes);
        }
        else
        {
            pages.Add(Page(node, attributes));
        }

        path.Remove(node);
    }

    private StudentPage Page(DictionaryToken node, Dictionary<string, IToken> attributes)
    {
        foreach (var (name, token) in attributes)
            node = node.With(name, token);
        // A4 where the box is missing or unusable: viewers fall back to some such size too.
        var media = Rectangle(node, "MediaBox") ?? (0, 0, 595, 842);
        var crop = Rectangle(node, "CropBox") ?? media;
        var (left, bottom) = (Math.Max(media.Left, crop.Left), Math.Max(media.Bottom, crop.Bottom));
        var (right, top) = (Math.Min(media.Right, crop.Right), Math.Min(media.Top, crop.Top));
        if (right <= left || top <= bottom)
            (left, bottom, right, top) = media;
        var rotation = source.Entry(node, "Rotate") is NumericToken number ? (number.Int % 360 + 360) % 360 : 0;
        return new StudentPage(node, left, bottom, right, top, rotation / 90 * 90);
    }

    private (double Left, double Bottom, double Right, double Top)? Rectangle(DictionaryToken node, string name)
    {
        if (source.Entry(node, name) is not ArrayToken { Length: 4 } array)
            return null;
        var values = array.Data.Select(source.Resolve).OfType<NumericToken>().Select(n => n.Double).ToList();
        if (values.Count != 4 || !values.TrueForAll(double.IsFinite))
            return null;
        var (left, right) = (Math.Min(values[0], values[2]), Math.Max(values[0], values[2]));
        var (bottom, top) = (Math.Min(values[1], values[3]), Math.Max(values[1], values[3]));
        return right > left && top > bottom ? (left, bottom, right, top) : null;
    }
}
