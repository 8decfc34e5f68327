using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>The annotations of a page that hold text: comments, text boxes, filled fields, attached files.</summary>
internal static class PdfPigAnnotations
{
    private const int Limit = 200;

    public static IReadOnlyList<RawAnnotation> Read(Page page, PageFrame frame) =>
    [
        .. from annotation in page.GetAnnotations().Take(Limit)
           // A link's text stands on the page; a pop-up repeats the comment it belongs to.
           where annotation.Type is not (AnnotationType.Link or AnnotationType.Popup)
           let text = TextOf(annotation)
           where !string.IsNullOrWhiteSpace(text)
           select new RawAnnotation(annotation.Type.ToString(), frame.Rectangle(annotation.Rectangle), text.Trim()),
    ];

    private static string? TextOf(Annotation annotation) => annotation.Type switch
    {
        AnnotationType.Widget => ValueOf(annotation.AnnotationDictionary),
        AnnotationType.FileAttachment => FileName(annotation.AnnotationDictionary) ?? annotation.Content ?? "file",
        _ => annotation.Content,
    };

    private static string? ValueOf(DictionaryToken field) => Text(field, NameToken.V);

    private static string? FileName(DictionaryToken annotation) =>
        annotation.TryGet(NameToken.Create("FS"), out DictionaryToken file) ? Text(file, NameToken.Uf) ?? Text(file, NameToken.F) : null;

    private static string? Text(DictionaryToken dictionary, NameToken name) => dictionary.TryGet(name, out IToken value)
        ? value switch
        {
            StringToken text => text.Data,
            HexToken text => text.Data,
            _ => null,
        }
        : null;
}
