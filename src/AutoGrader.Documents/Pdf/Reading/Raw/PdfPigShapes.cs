using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw.Outlines;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>The painted paths of a page.</summary>
internal static class PdfPigShapes
{
    private const double WidestLine = 0.8;

    /// <summary>A path with more strokes is a drawing.</summary>
    private const int MostStrokes = 100;

    /// <summary>A bracket drawn with a pen has fewer.</summary>
    private const int FewCommands = 12;

    /// <summary>A letter has some curves, as a full stop has, or some corners, as a square bracket has; else it is a bar.</summary>
    private const int FewestCurves = 4;
    private const int FewestPieces = 6;
    private const int MostPieces = 300;
    private const double LargestLetter = 80;

    /// <summary>A page of text drawn as outlines has fewer; a chart of dots may have many more.</summary>
    private const int LetterLimit = 6000;

    /// <summary>How far off the middle, as a share of the width, ink must lie to be one-sided.</summary>
    private const double MinimalOffset = 0.04;

    /// <summary>Paths in the order of painting; those beyond the limit are left out.</summary>
    public static IReadOnlyList<RawShape> Read(Page page, PageFrame frame, int limit)
    {
        var shapes = new List<RawShape>();
        var letters = 0;
        Box? clip = null;
        foreach (var (path, strokes) in page.Paths.Take(limit).SelectMany(Parts))
        {
            if (BoundsOf(strokes) is not { } bounds)
                continue;
            var box = Inflate(frame.Rectangle(bounds), path);
            if (path.IsClipping)
                clip = box;
            else if (path.IsFilled || path.IsStroked)
            {
                shapes.Add(Shape(path, strokes, box, Cut(box, clip, frame), frame, letters < LetterLimit));
                letters += shapes[^1].Glyph is null ? 0 : 1;
            }
        }

        shapes.AddRange(page.GetImages().Select(i => frame.Rectangle(i.BoundingBox)).Where(IsRule).Select(Rule));
        return shapes;
    }

    // PostScript printers got the rules of TeX as images of one point, and what is made from such files still has them.
    private static bool IsRule(Box image) => Math.Min(image.Width, image.Height) <= 2 && Math.Max(image.Width, image.Height) >= 2.5;

    private static RawShape Rule(Box image) => new(image, new Rgb(0, 0, 0), 0, 4, Opening.Unknown, Clipped: false);

    /// <summary>The strokes of a path without area are things of their own: both brackets of a matrix, the lines of a table.</summary>
    private static IEnumerable<(PdfPath, IReadOnlyList<PdfSubpath>)> Parts(PdfPath path) =>
        path.IsFilled || path.IsClipping || path.Count > MostStrokes
            ? [(path, path)]
            : path.Select(stroke => (path, (IReadOnlyList<PdfSubpath>)[stroke]));

    private static PdfRectangle? BoundsOf(IReadOnlyList<PdfSubpath> strokes)
    {
        var boxes = strokes.Select(s => s.GetBoundingRectangle()).OfType<PdfRectangle>().ToList();
        // The library leaves out how far a curve swings between ends that lie above each other, as those of a bracket do.
        if (strokes is [{ Commands.Count: <= FewCommands } simple])
            boxes.AddRange(simple.Commands.OfType<PdfSubpath.BezierCurve>().SelectMany(Points).Select(p => new PdfRectangle(p, p)));
        return boxes.Count == 0
            ? null
            : new PdfRectangle(boxes.Min(b => b.Left), boxes.Min(b => b.Bottom), boxes.Max(b => b.Right), boxes.Max(b => b.Top));
    }

    private static Box Inflate(Box box, PdfPath path)
    {
        if (!path.IsStroked || path.LineWidth <= 0)
            return box;
        // The library gives the width before scaling; lines of formulas and tables are thin.
        var width = Math.Min(path.LineWidth, WidestLine);
        return box.Height <= box.Width
            ? box with { Y = box.Y - width / 2, Height = box.Height + width }
            : box with { X = box.X - width / 2, Width = box.Width + width };
    }

    /// <summary>
    /// A path that leaves the page is drawn to be clipped (root signs of KaTeX reach metres to the right). The end of a clip is not
    /// known here, so that other paths are taken as they are.
    /// </summary>
    private static Box Cut(Box box, Box? clip, PageFrame frame)
    {
        var outside = box.X < -1 || box.Y < -1 || box.Right > frame.Turn.Reading.Width + 1 || box.Bottom > frame.Turn.Reading.Height + 1;
        if (!outside || clip is not { } c)
            return box;
        var x = Math.Max(box.X, c.X);
        var y = Math.Max(box.Y, c.Y);
        var width = Math.Min(box.Right, c.Right) - x;
        var height = Math.Min(box.Bottom, c.Bottom) - y;
        return width > 0 && height > 0 ? new Box(x, y, width, height) : box;
    }

    private static RawShape Shape(
        PdfPath path, IReadOnlyList<PdfSubpath> strokes, Box drawn, Box box, PageFrame frame, bool mayBeLetter)
    {
        var commands = strokes.SelectMany(s => s.Commands).ToList();
        var curves = commands.Count(c => c is PdfSubpath.BezierCurve);
        var fill = path.IsFilled ? PdfPigAdapter.Colour(path.FillColor) : null;
        var tall = box.Height > 12 && box.Width < box.Height / 2 && box.Width > 1;
        return new RawShape(box, fill, curves, commands.Count, tall ? OpeningOf(strokes, box, frame) : Opening.Unknown, box != drawn)
        {
            Glyph = mayBeLetter && fill is not null && box == drawn && LooksLikeLetter(box, commands.Count, curves)
                ? GlyphShape.Of(Contours(commands, frame))
                : null,
        };
    }

    private static bool LooksLikeLetter(Box box, int pieces, int curves) =>
        pieces <= MostPieces && (curves >= FewestCurves || pieces >= FewestPieces)
        && box.Width is > 0.3 and < LargestLetter && box.Height is > 0.3 and < LargestLetter;

    private static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Contours(
        List<PdfSubpath.IPathCommand> commands, PageFrame frame)
    {
        var builder = new ContourBuilder();
        foreach (var command in commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    var start = At(move.Location);
                    builder.MoveTo(start.X, start.Y);
                    break;
                case PdfSubpath.Line line:
                    var end = At(line.To);
                    builder.LineTo(end.X, end.Y);
                    break;
                case PdfSubpath.CubicBezierCurve cubic:
                    builder.CubicTo(At(cubic.FirstControlPoint), At(cubic.SecondControlPoint), At(cubic.EndPoint));
                    break;
                case PdfSubpath.QuadraticBezierCurve quadratic:
                    builder.QuadraticTo(At(quadratic.ControlPoint), At(quadratic.EndPoint));
                    break;
                case PdfSubpath.Close:
                    builder.Close();
                    break;
            }
        }

        return builder.Contours;

        (double X, double Y) At(PdfPoint p) => frame.Turn.ToReading(p.X, p.Y);
    }

    /// <summary>The line of a left bracket runs mostly left of its box's middle, that of a right bracket right of it.</summary>
    private static Opening OpeningOf(IReadOnlyList<PdfSubpath> strokes, Box box, PageFrame frame)
    {
        double length = 0, moment = 0;
        foreach (var outline in strokes.Select(s => s.Commands.SelectMany(Points).Select(p => frame.Turn.ToReading(p.X, p.Y)).ToList()))
        {
            for (var i = 1; i < outline.Count; i++)
            {
                var (a, b) = (outline[i - 1], outline[i]);
                var piece = Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
                length += piece;
                moment += piece * (a.X + b.X) / 2;
            }
        }

        if (length < 1e-6)
            return Opening.Unknown;
        var offset = moment / length - (box.X + box.Width / 2);
        return Math.Abs(offset) < box.Width * MinimalOffset ? Opening.Unknown : offset < 0 ? Opening.Right : Opening.Left;
    }

    private static PdfPoint At(PdfSubpath.CubicBezierCurve b, double t)
    {
        var (p, q, r, s) = (Math.Pow(1 - t, 3), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
        return new PdfPoint(
            p * b.StartPoint.X + q * b.FirstControlPoint.X + r * b.SecondControlPoint.X + s * b.EndPoint.X,
            p * b.StartPoint.Y + q * b.FirstControlPoint.Y + r * b.SecondControlPoint.Y + s * b.EndPoint.Y);
    }

    private static PdfPoint At(PdfSubpath.QuadraticBezierCurve b, double t)
    {
        var (p, q, r) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
        return new PdfPoint(
            p * b.StartPoint.X + q * b.ControlPoint.X + r * b.EndPoint.X, p * b.StartPoint.Y + q * b.ControlPoint.Y + r * b.EndPoint.Y);
    }

    private static IEnumerable<PdfPoint> Points(PdfSubpath.IPathCommand command) => command switch
    {
        PdfSubpath.Move m => [m.Location],
        PdfSubpath.Line l => [l.To],
        PdfSubpath.CubicBezierCurve b => [At(b, 0.25), At(b, 0.5), At(b, 0.75), b.EndPoint],
        PdfSubpath.QuadraticBezierCurve b => [At(b, 0.5), b.EndPoint],
        _ => [],
    };
}
