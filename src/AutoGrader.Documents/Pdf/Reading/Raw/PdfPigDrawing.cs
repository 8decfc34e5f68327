using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Painting;
using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>Takes lines, curves and areas from what a page paints.</summary>
internal sealed class PdfPigDrawing
{
    private const double LeastOpacity = 0.05;

    /// <summary>A path with more is a curve even where each of its pieces is upright or level, as those of steps are.</summary>
    private const int MostCommandsOfLines = 8;

    /// <summary>A page with more pieces of paths is looked at no further: it has no plots then.</summary>
    private const int PieceLimit = 200_000;
    private const int LineLimit = 20_000;

    private const double Straight = 0.25;
    private const double ShortestLine = 0.7;
    private const double ThinArea = 1.5;

    private readonly PageTurn _turn;
    private readonly List<RawLine> _lines = [];
    private readonly List<RawCurve> _curves = [];
    private readonly List<Box> _areas = [];
    private int _pieces;

    private PdfPigDrawing(PageTurn turn) => _turn = turn;

    public static RawDrawing Read(PaintedPage page, PageTurn turn)
    {
        var drawing = new PdfPigDrawing(turn);
        foreach (var path in page.Items.OfType<PaintedPath>())
        {
            if (!drawing.Add(path))
                return RawDrawing.Empty;
        }

        return new RawDrawing(drawing._lines, drawing._curves, drawing._areas);
    }

    private bool Add(PaintedPath path)
    {
        if (path.Layer.Opacity < LeastOpacity || Visible(path) is not { } visible)
            return true;
        var look = path.Line is { } line ? new LineLook(path.Stroke, DashOf(line)) : (LineLook?)null;
        var (hasCurves, pieces) = (false, 0);
        foreach (var piece in path.Path)
        {
            pieces += piece.Commands.Count;
            if (piece.Commands.Count > MostCommandsOfLines)
                hasCurves = true;
            else
                hasCurves |= AddLines(piece, visible, look);
        }

        // What is filled as well is a box or a mark.
        if (hasCurves && path.Fill is null && look is { } stroked)
            _curves.Add(new RawCurve(visible, stroked, pieces));
        _pieces += pieces;
        return _pieces <= PieceLimit && _lines.Count <= LineLimit;
    }

    /// <summary>The box around what shows of a path; <c>null</c> where nothing does.</summary>
    private Box? Visible(PaintedPath path)
    {
        var box = BoxOf(path.Bounds);
        if (path.Layer.Clip is not { } clip)
            return box;
        return clip.Bounds is { } bounds ? Common(box, BoxOf(bounds)) : null;
    }

    /// <summary>Adds the lines of a piece, and tells whether it is more than such lines.</summary>
    private bool AddLines(PdfSubpath piece, Box visible, LineLook? look)
    {
        var corners = CornersOf(piece, out var hasCurves);
        if (look is null && !hasCurves && BoxOf(corners) is { } area)
        {
            AddArea(area, visible);
            return false;
        }

        for (var i = 1; i < corners.Count; i++)
            hasCurves |= !AddLine(corners[i - 1], corners[i], visible, look);
        if (!hasCurves && BoxOf(corners) is { } stroked && Common(stroked, visible) is { } shown)
            _areas.Add(shown);
        return hasCurves;
    }

    private void AddArea(Box area, Box visible)
    {
        if (Common(area, visible) is not { } shown)
            return;
        var (left, top, right, bottom) = (shown.X, shown.Y, shown.Right, shown.Bottom);
        if (shown.Height <= ThinArea && shown.Width > shown.Height)
            _lines.Add(new RawLine(IsUpright: false, (top + bottom) / 2, left, right, null));
        else if (shown.Width <= ThinArea)
            _lines.Add(new RawLine(IsUpright: true, (left + right) / 2, top, bottom, null));
        else
        {
            _areas.Add(shown);
            _lines.Add(new RawLine(IsUpright: false, top, left, right, null));
            _lines.Add(new RawLine(IsUpright: false, bottom, left, right, null));
            _lines.Add(new RawLine(IsUpright: true, left, top, bottom, null));
            _lines.Add(new RawLine(IsUpright: true, right, top, bottom, null));
        }
    }

    /// <summary>Adds a line; <c>false</c> where it is slanted.</summary>
    private bool AddLine((double X, double Y) a, (double X, double Y) b, Box visible, LineLook? look)
    {
        var (width, height) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        if (width > Straight && height > Straight)
            return false;
        if (Math.Max(width, height) < ShortestLine)
            return true;
        var isUpright = height > width;
        var (at, from, to) = isUpright
            ? ((a.X + b.X) / 2, Math.Max(Math.Min(a.Y, b.Y), visible.Y), Math.Min(Math.Max(a.Y, b.Y), visible.Bottom))
            : ((a.Y + b.Y) / 2, Math.Max(Math.Min(a.X, b.X), visible.X), Math.Min(Math.Max(a.X, b.X), visible.Right));
        var (first, last) = isUpright ? (visible.X, visible.Right) : (visible.Y, visible.Bottom);
        if (to > from && at >= first - 1 && at <= last + 1)
            _lines.Add(new RawLine(isUpright, at, from, to, look));
        return true;
    }

    private List<(double X, double Y)> CornersOf(PdfSubpath piece, out bool hasCurves)
    {
        var corners = new List<(double X, double Y)>(piece.Commands.Count);
        hasCurves = false;
        foreach (var command in piece.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    corners.Add(_turn.ToReading(move.Location.X, move.Location.Y));
                    break;
                case PdfSubpath.Line line:
                    corners.Add(_turn.ToReading(line.To.X, line.To.Y));
                    break;
                case PdfSubpath.BezierCurve:
                    hasCurves = true;
                    break;
                case PdfSubpath.Close when corners.Count > 0:
                    corners.Add(corners[0]);
                    break;
            }
        }

        return corners;
    }

    /// <summary>The box that corners make; <c>null</c> where they make none.</summary>
    private static Box? BoxOf(List<(double X, double Y)> corners)
    {
        if (corners.Count is not (4 or 5 or 6))
            return null;
        var (left, right) = (corners.Min(c => c.X), corners.Max(c => c.X));
        var (top, bottom) = (corners.Min(c => c.Y), corners.Max(c => c.Y));
        return corners.TrueForAll(c => Near(c.X, left, right) && Near(c.Y, top, bottom))
            && corners.Zip(corners.Skip(1), (a, b) => Math.Min(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y))).All(side => side < Straight)
            ? new Box(left, top, right - left, bottom - top)
            : null;
    }

    private static bool Near(double value, double first, double second) =>
        Math.Min(Math.Abs(value - first), Math.Abs(value - second)) < Straight;

    private Box BoxOf(PdfRectangle area)
    {
        var (a, b) = (_turn.ToReading(area.Left, area.Bottom), _turn.ToReading(area.Right, area.Top));
        return new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
    }

    /// <summary>Lines have no width here, so that boxes that only touch have something in common.</summary>
    private static Box? Common(Box a, Box b)
    {
        var (x, y) = (Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        var (width, height) = (Math.Min(a.Right, b.Right) - x, Math.Min(a.Bottom, b.Bottom) - y);
        return width >= 0 && height >= 0 ? new Box(x, y, width, height) : null;
    }

    private static string DashOf(LineStyle line) => line.Dash.Count == 0
        ? ""
        : string.Join(' ', line.Dash.Select(d => d.ToString("F1", CultureInfo.InvariantCulture)));
}
