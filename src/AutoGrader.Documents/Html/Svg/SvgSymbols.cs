using System.Globalization;
using System.Text;
using AutoGrader.Documents.Pdf.Painting;
using UglyToad.PdfPig.PdfFonts;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>The outlines of letters, each kept once and used by its name wherever the letter stands.</summary>
internal sealed class SvgSymbols(SvgBudget budget)
{
    /// <summary>Units of a symbol per font size, so that whole numbers are fine enough.</summary>
    public const double Units = 1000;

    private readonly Dictionary<(IFont, int), string?> _names = [];
    private readonly StringBuilder _definitions = new();

    /// <summary>The symbols met so far.</summary>
    public string Definitions => _definitions.ToString();

    /// <summary>The name of a letter's symbol; empty for blanks, <c>null</c> where the file has no outline for it.</summary>
    public string? NameOf(PaintedGlyph glyph)
    {
        if (_names.TryGetValue((glyph.Font, glyph.Code), out var name))
            return name;
        return _names[(glyph.Font, glyph.Code)] = Define(glyph);
    }

    private string? Define(PaintedGlyph glyph)
    {
        string data;
        try
        {
            if (glyph.Outline() is not { } outline)
                return null;
            data = SvgPath.Data(outline, Units);
        }
        catch (Exception)
        {
            // A damaged font program; the letter is set in a font of the browser.
            return null;
        }

        if (data.Length == 0)
            return string.IsNullOrWhiteSpace(glyph.Text) ? "" : null;
        var name = string.Create(CultureInfo.InvariantCulture, $"g{_names.Count}");
        var definition = $"<path id=\"{name}\" d=\"{data}\"/>";
        budget.Spend(definition.Length);
        _definitions.Append(definition);
        return name;
    }
}
