using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>
/// Drawn pages as SVG files of their own, to be shown as images: each with the letters it uses, and with nothing that a browser would load
/// or run.
/// </summary>
public sealed partial class PageFiles
{
    private const string Style =
        "<style>text{font:1000px \"Times New Roman\",\"DejaVu Serif\",serif;white-space:pre}.mixed{mix-blend-mode:multiply}</style>";

    private readonly PageDrawings _drawings;
    private readonly Dictionary<string, string> _symbols;

    /// <summary>The files of drawn pages.</summary>
    public PageFiles(PageDrawings drawings)
    {
        _drawings = drawings;
        _symbols = Symbol().Matches(drawings.Symbols).ToDictionary(m => m.Groups[1].Value, m => m.Value, StringComparer.Ordinal);
    }

    /// <summary>How many pages there are.</summary>
    public int Count => _drawings.Pages.Count;

    /// <summary>A page.</summary>
    /// <param name="number">Its number, from 1.</param>
    public byte[] Write(int number)
    {
        var page = _drawings.Pages[number - 1];
        // A page that could not be opened is a blank sheet of A4.
        var isBlank = page.Width <= 0 || page.Height <= 0;
        var (width, height) = isBlank ? ("595", "842") : (SvgNumber.Length(page.Width), SvgNumber.Length(page.Height));
        var used = Use().Matches(page.Markup).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)
            .Where(_symbols.ContainsKey).Select(name => _symbols[name]);
        var file = new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(width).Append("\" height=\"").Append(height)
            .Append("\" viewBox=\"0 0 ").Append(width).Append(' ').Append(height).Append("\">").Append(Style)
            .Append("<defs>").AppendJoin("", used).Append("</defs>")
            .Append("<rect width=\"").Append(width).Append("\" height=\"").Append(height).Append("\" fill=\"#fff\"/>")
            .Append(page.Markup).Append("</svg>");
        return Encoding.UTF8.GetBytes(WellFormed(file.ToString()));
    }

    // A file of its own is read as XML, in which a page of HTML may hold more characters than are allowed.
    private static string WellFormed(string text) => text.All(c => XmlConvert.IsXmlChar(c))
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)));

    [GeneratedRegex("<path id=\"(g[0-9]+)\" d=\"[^\"]*\"/>")]
    private static partial Regex Symbol();

    [GeneratedRegex("<use href=\"#(g[0-9]+)\"")]
    private static partial Regex Use();
}
