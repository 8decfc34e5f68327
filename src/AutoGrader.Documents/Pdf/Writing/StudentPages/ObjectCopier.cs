using System.Text;
using AutoGrader.Documents.Pdf.Writing.Objects;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>
/// Copies objects of a foreign document into ours, streams as they are, each object once. What leads back to pages, to the foreign
/// structure or to actions is left out, so that only what a page shows comes along.
/// </summary>
internal sealed class ObjectCopier(PdfDocument document, PdfFile file)
{
    private const int MostObjects = 100_000;
    private const int DeepestNesting = 100;

    // Left out by place, because the same words may name fonts or images in a page's resources.
    private static readonly string[] NotOfPages =
        ["Type", "Annots", "Parent", "StructParents", "AA", "PieceInfo", "Metadata", "Thumb", "B", "Dur", "Trans", "PresSteps", "Tabs"];

    private static readonly string[] NotOfAnnotations = ["A", "AA", "P", "Dest", "Parent", "Kids", "Popup", "IRT", "StructParent"];

    private static readonly string[] NotOfStreams = ["Length", "StructParent", "StructParents", "PieceInfo", "Metadata"];

    private readonly TokenSource source = new(document);
    private readonly Dictionary<IndirectReference, int> numbers = [];
    private readonly Queue<IndirectReference> waiting = [];

    /// <summary>The entries of a page's dictionary, without its annotations and its parent.</summary>
    public string PageEntries(StudentPage page)
    {
        var entries = Entries(page.Dictionary, 0, NotOfPages);
        CopyWaiting();
        return entries;
    }

    /// <summary>The annotations of a page that show something: references, a blank before each.</summary>
    public string Annotations(StudentPage page)
    {
        if (source.Entry(page.Dictionary, "Annots") is not ArrayToken annotations)
            return "";
        var shown = annotations.Data.Select(source.Resolve).OfType<DictionaryToken>().Where(IsShown);
        var result = string.Concat(shown.Select(a => " " + Annotation(a)));
        CopyWaiting();
        return result;
    }

    private bool IsShown(DictionaryToken annotation) =>
        source.Entry(annotation, "AP") is DictionaryToken && source.Entry(annotation, "Subtype") is NameToken { Data: not "Popup" };

    private string Annotation(DictionaryToken annotation) =>
        PdfSyntax.Reference(file.Add($"<<{Entries(annotation, 0, NotOfAnnotations)}>>"));

    private void CopyWaiting()
    {
        while (waiting.TryDequeue(out var reference))
        {
            var token = source.Object(reference);
            if (token is StreamToken stream)
                file.WriteStream(numbers[reference], Entries(stream.StreamDictionary, 0, NotOfStreams), stream.Data.Span, isEncoded: true);
            else
                file.Write(numbers[reference], Value(token, 0));
        }
    }

    private string Entries(DictionaryToken dictionary, int depth, params ReadOnlySpan<string> without)
    {
        var result = new StringBuilder();
        foreach (var (name, token) in dictionary.Data)
            if (!without.Contains(name))
                result.Append(PdfSyntax.Name(name)).Append(' ').Append(Value(token, depth + 1));
        return result.ToString();
    }

    private string Value(IToken token, int depth)
    {
        if (depth > DeepestNesting)
            throw new InvalidDataException("An object of the PDF is nested too deeply.");
        return token switch
        {
            IndirectReferenceToken t => Reference(t.Data),
            DictionaryToken t when source.Entry(t, "Type") is NameToken { Data: "Page" or "Pages" or "Catalog" } => "null",
            DictionaryToken t => $"<<{Entries(t, depth)}>>",
            ArrayToken t => $"[{string.Join(' ', t.Data.Select(item => Value(item, depth + 1)))}]",
            NameToken t => PdfSyntax.Name(t.Data),
            NumericToken t => PdfSyntax.Number(t.Data),
            StringToken t => PdfSyntax.Bytes(t.GetBytes()),
            HexToken t => PdfSyntax.Bytes(t.Bytes),
            BooleanToken t => t.Data ? "true" : "false",
            NullToken => "null",
            StreamToken => throw new InvalidDataException("A stream of the PDF stands where no stream may stand."),
            _ => throw new InvalidDataException($"The PDF holds a {token.GetType().Name} where a value belongs."),
        };
    }

    private string Reference(IndirectReference reference)
    {
        if (!numbers.TryGetValue(reference, out var number))
        {
            if (numbers.Count >= MostObjects)
                throw new InvalidDataException("The PDF has too many objects to be copied.");
            numbers.Add(reference, number = file.Reserve());
            waiting.Enqueue(reference);
        }

        return PdfSyntax.Reference(number);
    }
}
