using System.Text;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Writing;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Testing;
using AutoGrader.Tests.Core.Feedback;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Tests.Documents.Pdf.Writing;

/// <summary>Renders reports for tests and reads the result back with a library that did not write it.</summary>
internal static class RenderedPdf
{
    public static IReadOnlyList<string> Corpus { get; } =
        [.. Directory.GetFiles(TestData.Path("corpus", "pdf"), "*.pdf").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static byte[] Student(string file) => File.ReadAllBytes(TestData.Path("corpus", "pdf", file));

    public static byte[] Render(FeedbackReport report, byte[]? student = null) => new PdfPigFeedbackEngine().Render(report, student);

    public static FeedbackReport Report(Assessment? assessment, SubmissionStatus status = SubmissionStatus.Graded,
        Language language = Language.English, params Reason[] reasons) =>
        FeedbackComposer.Compose(FeedbackSamples.Subject(status, reasons), FeedbackSamples.Version, assessment, language);

    public static FeedbackReport Report(params FeedbackBlock[] blocks) =>
        new() { Title = "Test", Language = Language.English, Footer = "Footer", Blocks = blocks };

    /// <summary>The words of a page with single blanks between them.</summary>
    public static string Text(PdfDocument pdf, int page) => string.Join(' ', pdf.GetPage(page).GetWords().Select(w => w.Text));

    public static string Text(PdfDocument pdf) => string.Join(' ', Enumerable.Range(1, pdf.NumberOfPages).Select(p => Text(pdf, p)));

    public static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Text(document);
    }

    /// <summary>A document of one page with the word "Here" at (100, 300) in the page's own coordinates.</summary>
    public static byte[] OnePage(string pageEntries, string content = "BT /F 12 Tf 100 300 Td (Here) Tj ET")
    {
        var file = new PdfFile();
        var tree = file.Reserve();
        var font = file.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var contents = file.AddStream("", Encoding.ASCII.GetBytes(content));
        var page = file.Add($"<</Type/Page/Parent {tree} 0 R/Contents {contents} 0 R{pageEntries}>>");
        // Box and resources stand in the tree: pages may inherit them.
        file.Write(tree, $"<</Type/Pages/Count 1/Kids[{page} 0 R]/MediaBox[0 0 400 600]/Resources<</Font<</F {font} 0 R>>>>>>");
        return file.Finish(file.Add($"<</Type/Catalog/Pages {tree} 0 R>>"), file.Add("<<>>"));
    }

    /// <summary>
    /// The marked rectangles of a page in its own coordinates: the annotation's rectangle less its margins (ISO 32000-1, table 177).
    /// </summary>
    public static IReadOnlyList<(double Left, double Bottom, double Right, double Top, string Note)> Marks(PdfDocument pdf, int page)
    {
        var annotations = (ArrayToken)Resolve(pdf, pdf.GetPage(page).Dictionary.Data["Annots"]);
        return
        [
            .. annotations.Data.Select(a => (DictionaryToken)Resolve(pdf, a)).Where(a => a.Data.ContainsKey("NM")).Select(a =>
            {
                var (r, d) = (Numbers(a.Data["Rect"]), Numbers(a.Data["RD"]));
                var note = a.Data["Contents"] is HexToken hex ? Encoding.BigEndianUnicode.GetString(hex.Bytes[2..]) : "";
                return (r[0] + d[0], r[1] + d[3], r[2] - d[2], r[3] - d[1], note);
            }),
        ];
    }

    public static IToken Resolve(PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;

    private static List<double> Numbers(IToken token) => [.. ((ArrayToken)token).Data.Cast<NumericToken>().Select(n => n.Double)];
}
