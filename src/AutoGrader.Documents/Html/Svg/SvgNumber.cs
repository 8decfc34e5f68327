using System.Globalization;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>Numbers as SVG writes them: invariant, short, never more precise than can be seen.</summary>
internal static class SvgNumber
{
    /// <summary>A length on the page.</summary>
    public static string Length(double value) => Format(value, "0.##");

    /// <summary>An entry of a matrix, which multiplies lengths.</summary>
    public static string Factor(double value) => Format(value, "0.######");

    /// <summary>The linear part of a matrix times a factor, and where it moves the origin to.</summary>
    public static string Matrix(TransformationMatrix m, double factor, double x, double y) =>
        $"matrix({Factor(m.A * factor)} {Factor(m.B * factor)} {Factor(m.C * factor)} {Factor(m.D * factor)} {Length(x)} {Length(y)})";

    private static string Format(double value, string format)
    {
        // Hostile files hold numbers without bound; nothing so far away shows.
        var bounded = double.IsFinite(value) ? Math.Clamp(value, -1e6, 1e6) : 0;
        var text = bounded.ToString(format, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
