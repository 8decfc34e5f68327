using System.Text;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>Writes paths as the <c>d</c> attribute of an SVG path.</summary>
internal static class SvgPath
{
    /// <param name="path">The pieces.</param>
    /// <param name="factor">All coordinates are multiplied by it.</param>
    public static string Data(IEnumerable<PdfSubpath> path, double factor = 1)
    {
        var data = new StringBuilder();
        foreach (var command in path.SelectMany(piece => piece.Commands))
            Append(data, command, factor);
        return data.ToString();
    }

    private static void Append(StringBuilder data, PdfSubpath.IPathCommand command, double factor)
    {
        switch (command)
        {
            case PdfSubpath.Move move:
                Append(data.Append('M'), factor, move.Location);
                break;
            case PdfSubpath.Line line:
                Append(data.Append('L'), factor, line.To);
                break;
            case PdfSubpath.QuadraticBezierCurve curve:
                Append(data.Append('Q'), factor, curve.ControlPoint, curve.EndPoint);
                break;
            case PdfSubpath.CubicBezierCurve curve:
                Append(data.Append('C'), factor, curve.FirstControlPoint, curve.SecondControlPoint, curve.EndPoint);
                break;
            case PdfSubpath.Close:
                data.Append('Z');
                break;
        }
    }

    private static void Append(StringBuilder data, double factor, params ReadOnlySpan<PdfPoint> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (i > 0)
                data.Append(' ');
            data.Append(SvgNumber.Length(points[i].X * factor)).Append(' ').Append(SvgNumber.Length(points[i].Y * factor));
        }
    }
}
