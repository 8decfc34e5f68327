using System.Globalization;
using System.Text;

namespace AutoGrader.Testing;

/// <summary>
/// A PDF file written object by object, for what no writer of ours produces. Fonts: <c>/F</c> is Helvetica. An image of one red point is
/// <c>/Red</c>, the same with a soft mask <c>/Veil</c>; graphics states with no opacity <c>/Clear</c> and mixing by multiplication
/// <c>/Multiply</c>.
/// </summary>
internal sealed class RawPdf
{
    private const int FirstFree = 10;

    private readonly List<(int Number, byte[] Body)> _objects = [];
    private readonly StringBuilder _pageEntries = new();
    private readonly StringBuilder _catalogEntries = new();
    private readonly StringBuilder _forms = new();
    private int _next = FirstFree;

    /// <summary>One page with this content.</summary>
    /// <param name="content">Operators of a content stream.</param>
    /// <param name="pageEntries">Further entries of the page, such as <c>/Rotate 90</c>.</param>
    /// <param name="mediaBox">The page's size.</param>
    public RawPdf(string content, string pageEntries = "", string mediaBox = "[0 0 595 842]")
    {
        const string Image = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8";
        _pageEntries.Append(CultureInfo.InvariantCulture, $"/MediaBox {mediaBox} {pageEntries}");
        AddStream(4, "", content);
        Add(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        AddStream(6, $"{Image}/ColorSpace/DeviceRGB", "\u00ff\u0000\u0000");
        AddStream(7, $"{Image}/ColorSpace/DeviceRGB/SMask 8 0 R", "\u00ff\u0000\u0000");
        AddStream(8, $"{Image}/ColorSpace/DeviceGray", "\u0010");
    }

    /// <summary>Adds an object and refers to it.</summary>
    public string Add(string body)
    {
        var number = _next++;
        Add(number, body);
        return string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
    }

    /// <summary>Adds a stream and refers to it.</summary>
    public string AddStream(string entries, string content)
    {
        var number = _next++;
        AddStream(number, entries, content);
        return string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
    }

    public RawPdf OnPage(string entries)
    {
        _pageEntries.Append(entries);
        return this;
    }

    public RawPdf InCatalog(string entries)
    {
        _catalogEntries.Append(entries);
        return this;
    }

    public RawPdf WithXObject(string name, string reference)
    {
        _forms.Append(CultureInfo.InvariantCulture, $"/{name} {reference}");
        return this;
    }

    public byte[] Build()
    {
        var resources = $"<</Font<</F 5 0 R>>/XObject<</Red 6 0 R/Veil 7 0 R{_forms}>>"
            + "/ExtGState<</Clear<</ca 0/CA 0>>/Multiply<</BM/Multiply>>>>>>";
        Add(1, $"<</Type/Catalog/Pages 2 0 R {_catalogEntries}>>");
        Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Add(3, $"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources {resources} {_pageEntries}>>");
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n"u8);
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = pdf.Length;
            pdf.Write(body);
        }

        var table = pdf.Length;
        string Entry(int number) => offsets.TryGetValue(number, out var at)
            ? at.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"
            : "0000000000 00000 f \n";
        var entries = string.Concat(Enumerable.Range(1, _next - 1).Select(Entry));
        pdf.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"xref\n0 {_next}\n0000000000 65535 f \n{entries}trailer<</Size {_next}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF")));
        return pdf.ToArray();
    }

    private void Add(int number, string body) => _objects.Add(
        (number, Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"))));

    private void AddStream(int number, string entries, string content) => Add(number, string.Create(
        CultureInfo.InvariantCulture, $"<<{entries}/Length {Encoding.Latin1.GetByteCount(content)}>>stream\n{content}\nendstream"));
}
