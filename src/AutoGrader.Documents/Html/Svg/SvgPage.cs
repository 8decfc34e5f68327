using System.Globalization;
using System.Net;
using System.Text;
using AutoGrader.Documents.Pdf.Painting;
using AutoGrader.Documents.Pdf.Reading.Raw;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>
/// Draws a page as SVG. Letters by their own outlines, paths, images; shadings and patterns are left out. All text of the file is encoded,
/// all numbers are bounded: nothing in a PDF becomes markup.
/// </summary>
internal sealed class SvgPage(PaintedPage page, string id, SvgSymbols symbols, SvgBudget budget)
{
    private readonly StringBuilder _content = new();
    private readonly Dictionary<Clipping, string> _clips = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _clipDefinitions = new();

    /// <summary>The letters that the open group holds: same font size, direction, colour and clip.</summary>
    private (PaintedGlyph First, string Attributes)? _group;

    /// <summary>The page, as far as the budget reaches.</summary>
    public PageDrawing Draw()
    {
        var isComplete = !page.IsCut;
        foreach (var item in page.Items)
        {
            if (budget.IsSpent)
            {
                isComplete = false;
                break;
            }

            var before = _content.Length;
            Draw(item);
            budget.Spend(_content.Length - before);
        }

        CloseGroup();
        var turned = $"<g transform=\"matrix(1 0 0 -1 0 {SvgNumber.Length(page.Height)})\">{_content}</g>";
        return new PageDrawing($"<defs>{_clipDefinitions}</defs>{turned}", isComplete, page.Width, page.Height);
    }

    private void Draw(PaintedItem item)
    {
        if (item.Layer is { Opacity: <= 0 } or { Clip.Bounds: null })
            return;
        if (item is PaintedGlyph glyph)
        {
            Draw(glyph);
            return;
        }

        CloseGroup();
        if (item is PaintedPath path)
            Draw(path);
        else if (item is PaintedImage image)
            Draw(image);
    }

    private void Draw(PaintedGlyph glyph)
    {
        if (glyph.Mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip || symbols.NameOf(glyph) is "")
            return;
        var attributes = Colours(glyph) + Layer(glyph.Layer, glyph.Ink);
        if (_group is not { } group || group.Attributes != attributes || !IsSameSize(group.First.ToPage, glyph.ToPage))
        {
            CloseGroup();
            var (first, matrix) = (glyph, glyph.ToPage);
            _group = (first, attributes);
            // The clip is given in the page's space, so it stands outside the element that has a space of its own.
            _content.Append("<g").Append(attributes).Append("><g transform=\"")
                .Append(SvgNumber.Matrix(matrix, 1 / SvgSymbols.Units, matrix.E, matrix.F)).Append("\">");
        }

        var (x, y) = WithinGroup(_group!.Value.First.ToPage, glyph.ToPage);
        if (symbols.NameOf(glyph) is { } name)
            _content.Append(CultureInfo.InvariantCulture, $"<use href=\"#{name}\" x=\"{x}\" y=\"{y}\"/>");
        else
            _content.Append(CultureInfo.InvariantCulture, $"<text transform=\"matrix(1 0 0 -1 {x} {y})\">{Encode(glyph.Text)}</text>");
    }

    private void CloseGroup()
    {
        if (_group is not null)
            _content.Append("</g></g>");
        _group = null;
    }

    private void Draw(PaintedPath path)
    {
        if (path.Fill is null && path.Stroke is null)
            return;
        _content.Append("<path d=\"").Append(SvgPath.Data(path.Path)).Append('"');
        _content.Append(" fill=\"").Append(path.Fill is { } fill ? Hex(fill) : "none").Append('"');
        if (path is { EvenOdd: true, Fill: not null })
            _content.Append(" fill-rule=\"evenodd\"");
        if (path is { Stroke: { } stroke, Line: { } line })
        {
            // The thinnest line shows whatever the scale is.
            var width = SvgNumber.Length(Math.Max(line.Width, 0.2));
            _content.Append(CultureInfo.InvariantCulture, $" stroke=\"{Hex(stroke)}\" stroke-width=\"{width}\"");
            if (line.Dash.Count > 0 && line.Dash.Any(d => d > 0))
                _content.Append(" stroke-dasharray=\"").AppendJoin(' ', line.Dash.Take(8).Select(SvgNumber.Length)).Append('"');
        }

        _content.Append(Layer(path.Layer, Widened(path))).Append("/>");
    }

    private void Draw(PaintedImage image)
    {
        var m = image.ToPage;
        var place = $"transform=\"matrix({SvgNumber.Factor(m.A)} {SvgNumber.Factor(m.B)} {SvgNumber.Factor(-m.C)} {SvgNumber.Factor(-m.D)} "
            + $"{SvgNumber.Length(m.E + m.C)} {SvgNumber.Length(m.F + m.D)})\" width=\"1\" height=\"1\"";
        _content.Append("<g").Append(Layer(image.Layer, image.Bounds)).Append('>');
        if (SvgImage.DataUri(image, budget) is { } uri)
            _content.Append("<image ").Append(place).Append(" preserveAspectRatio=\"none\" href=\"").Append(uri).Append("\"/>");
        else
            _content.Append("<rect ").Append(place).Append(" fill=\"#d8d8d8\"/>");
        _content.Append("</g>");
    }

    private static string Colours(PaintedGlyph glyph)
    {
        var isStroked = glyph.Mode is TextRenderingMode.Stroke or TextRenderingMode.FillThenStroke or TextRenderingMode.StrokeClip
            or TextRenderingMode.FillThenStrokeClip;
        var isFilled = glyph.Mode is not (TextRenderingMode.Stroke or TextRenderingMode.StrokeClip);
        var fill = isFilled ? Hex(glyph.Fill ?? default) : "none";
        return isStroked ? $" fill=\"{fill}\" stroke=\"{Hex(glyph.Stroke ?? default)}\" stroke-width=\"20\"" : $" fill=\"{fill}\"";
    }

    /// <summary>Opacity and clip, if they matter for what lies in a box.</summary>
    private string Layer(PaintLayer layer, PdfRectangle box)
    {
        var opacity = layer.Opacity < 1 ? $" opacity=\"{SvgNumber.Length(layer.Opacity)}\"" : layer.IsMixed ? " class=\"mixed\"" : "";
        var isCut = layer.Clip is { } clip && !(clip is { IsBox: true, Bounds: { } bounds } && Holds(bounds, box));
        return isCut ? $"{opacity} clip-path=\"url(#{NameOf(layer.Clip!)})\"" : opacity;
    }

    private string NameOf(Clipping clip)
    {
        if (_clips.TryGetValue(clip, out var known))
            return known;
        var name = string.Create(CultureInfo.InvariantCulture, $"{id}c{_clips.Count}");
        _clips[clip] = name;
        // Of upright boxes the common part is known; other shapes are cut by each other.
        var outer = clip is { IsBox: false, Outer: { } other } ? $" clip-path=\"url(#{NameOf(other)})\"" : "";
        var path = clip is { IsBox: true, Bounds: { } bounds } ? PathBuilder.Of(bounds) : clip.Path;
        var rule = clip.EvenOdd ? " clip-rule=\"evenodd\"" : "";
        var definition = $"<clipPath id=\"{name}\"{outer}><path d=\"{SvgPath.Data(path)}\"{rule}/></clipPath>";
        budget.Spend(definition.Length);
        _clipDefinitions.Append(definition);
        return name;
    }

    private static bool Holds(PdfRectangle area, PdfRectangle box) =>
        box.Left >= area.Left && box.Right <= area.Right && box.Bottom >= area.Bottom && box.Top <= area.Top;

    private static PdfRectangle Widened(PaintedPath path)
    {
        var rim = path.Line is { } line ? line.Width / 2 : 0;
        return new(path.Bounds.Left - rim, path.Bounds.Bottom - rim, path.Bounds.Right + rim, path.Bounds.Top + rim);
    }

    private static bool IsSameSize(TransformationMatrix a, TransformationMatrix b) =>
        Near(a.A, b.A) && Near(a.B, b.B) && Near(a.C, b.C) && Near(a.D, b.D) && Math.Abs(a.A * a.D - a.B * a.C) > 1e-9;

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-4;

    /// <summary>Where a letter stands in units of its group.</summary>
    private static (string X, string Y) WithinGroup(TransformationMatrix group, TransformationMatrix letter)
    {
        var determinant = group.A * group.D - group.B * group.C;
        if (Math.Abs(determinant) <= 1e-9)
            return ("0", "0");
        var (dx, dy) = (letter.E - group.E, letter.F - group.F);
        var x = (dx * group.D - dy * group.C) / determinant * SvgSymbols.Units;
        var y = (dy * group.A - dx * group.B) / determinant * SvgSymbols.Units;
        return (SvgNumber.Length(Math.Round(x)), SvgNumber.Length(Math.Round(y)));
    }

    private static string Hex(Rgb colour) => string.Create(
        CultureInfo.InvariantCulture, $"#{Part(colour.Red):x2}{Part(colour.Green):x2}{Part(colour.Blue):x2}");

    private static int Part(double value) => double.IsFinite(value) ? (int)Math.Round(255 * Math.Clamp(value, 0, 1)) : 0;

    private static string Encode(string text) => WebUtility.HtmlEncode(new string([.. text.Where(c => !char.IsControl(c))]));
}
