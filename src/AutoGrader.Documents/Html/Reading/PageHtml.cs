using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Html.Svg;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>A page as drawn, and the boxes above it.</summary>
internal sealed class PageHtml(PageDrawings drawings, Places places, ViewWords words)
{
    /// <summary>How far a box reaches around what it holds.</summary>
    private const double Rim = 1.5;

    private const double TabHeight = 13;

    public void Write(Markup html, int number, PageSize size)
    {
        var page = Drawing(number);
        var name = string.Create(CultureInfo.InvariantCulture, $"{words.Page(number)}");
        html.Raw("<figure class=\"page\"><figcaption>").Text(name);
        if (!page.IsComplete)
            html.Text($" · {words.Say("not drawn in full", "nicht vollständig gezeichnet")}");
        var (width, height) = (SvgNumber.Length(size.Width), SvgNumber.Length(size.Height));
        html.Raw($"</figcaption><svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Markup.Encode(name)}\">");
        html.Raw($"<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>");
        html.Raw($"<g class=\"drawing\" aria-hidden=\"true\">{page.Markup}</g>");
        html.Raw("<g class=\"boxes\">");
        foreach (var place in places.On(number))
            Write(html, place);
        html.Raw("</g></svg></figure>");
    }

    private PageDrawing Drawing(int number) =>
        number <= drawings.Pages.Count ? drawings.Pages[number - 1] : new PageDrawing("", false);

    private static void Write(Markup html, Place place)
    {
        if (place.Kind == PlaceKind.Tab)
        {
            WriteTab(html, place);
            return;
        }

        var box = place.Box;
        var rim = place.Kind == PlaceKind.Matrix ? 2 * Rim : place.Kind == PlaceKind.Entry ? Rim / 2 : Rim;
        var classes = place.Kind switch
        {
            PlaceKind.Unassigned => "unassigned",
            PlaceKind.Line => $"line hue{place.Hue.ToString(CultureInfo.InvariantCulture)}",
            PlaceKind.Matrix => $"matrix {Markup.ClassOf(place.Confidence)}",
            PlaceKind.Entry => $"entry {Markup.ClassOf(place.Confidence)}",
            _ => "remark",
        };
        html.Raw($"<rect class=\"{classes}\" data-b=\"{place.Id}\" rx=\"1.5\" x=\"{SvgNumber.Length(box.X - rim)}\" "
            + $"y=\"{SvgNumber.Length(box.Y - rim)}\" width=\"{SvgNumber.Length(box.Width + 2 * rim)}\" "
            + $"height=\"{SvgNumber.Length(box.Height + 2 * rim)}\"><title>").Text(place.Label).Raw("</title></rect>");
    }

    /// <summary>The question's number in the margin, where its answer begins.</summary>
    private static void WriteTab(Markup html, Place place)
    {
        var width = 8 + 5 * place.Label.Length;
        // A line of a turned page is as high as the page.
        var y = place.Box.Y + Math.Min(place.Box.Height / 2, TabHeight);
        html.Raw($"<g class=\"tab hue{place.Hue.ToString(CultureInfo.InvariantCulture)}\" data-b=\"{place.Id}\">"
            + $"<rect x=\"0\" y=\"{SvgNumber.Length(y - TabHeight / 2)}\" width=\"{SvgNumber.Length(width)}\" "
            + $"height=\"{SvgNumber.Length(TabHeight)}\" rx=\"2\"/>"
            + $"<text x=\"4\" y=\"{SvgNumber.Length(y + 3.2)}\">").Text(place.Label).Raw("</text></g>");
    }
}
