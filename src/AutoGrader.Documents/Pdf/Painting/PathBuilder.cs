using UglyToad.PdfPig.Core;

namespace AutoGrader.Documents.Pdf.Painting;

/// <summary>Collects the pieces of a path until it is painted.</summary>
internal sealed class PathBuilder
{
    /// <summary>A path with more pieces is a drawing of its own kind; what comes later is left out.</summary>
    private const int PieceLimit = 20_000;

    private List<PdfSubpath> _done = [];
    private PdfSubpath? _current;
    private PdfPoint _start;
    private int _pieces;

    public PdfPoint MoveTo(PdfPoint point)
    {
        End();
        _current = new PdfSubpath();
        _current.MoveTo(point.X, point.Y);
        return _start = point;
    }

    public PdfPoint LineTo(PdfPoint point)
    {
        if (MayGrow())
            _current!.LineTo(point.X, point.Y);
        return point;
    }

    public PdfPoint CurveTo(PdfPoint first, PdfPoint second, PdfPoint end)
    {
        if (MayGrow())
            _current!.BezierCurveTo(first.X, first.Y, second.X, second.Y, end.X, end.Y);
        return end;
    }

    /// <summary>Closes the current piece and returns to its start.</summary>
    public PdfPoint? Close()
    {
        if (_current is null)
            return null;
        _current.CloseSubpath();
        End();
        return _start;
    }

    public void End()
    {
        if (_current is not null)
            _done.Add(_current);
        _current = null;
    }

    /// <summary>The finished path; the next one begins.</summary>
    public IReadOnlyList<PdfSubpath> Take()
    {
        End();
        var path = _done;
        (_done, _pieces) = ([], 0);
        return path;
    }

    /// <summary>The outline of a rectangle.</summary>
    public static IReadOnlyList<PdfSubpath> Of(PdfRectangle rectangle)
    {
        var builder = new PathBuilder();
        builder.MoveTo(rectangle.BottomLeft);
        builder.LineTo(rectangle.BottomRight);
        builder.LineTo(rectangle.TopRight);
        builder.LineTo(rectangle.TopLeft);
        builder.Close();
        return builder.Take();
    }

    /// <summary>Whether a piece is an upright box and nothing else.</summary>
    public static bool IsBox(PdfSubpath piece)
    {
        var corners = new List<PdfPoint>();
        foreach (var command in piece.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    corners.Add(move.Location);
                    break;
                case PdfSubpath.Line line:
                    corners.Add(line.To);
                    break;
                case PdfSubpath.Close:
                    break;
                default:
                    return false;
            }
        }

        if (corners.Count == 5 && Near(corners[0].X, corners[4].X) && Near(corners[0].Y, corners[4].Y))
            corners.RemoveAt(4);
        return corners.Count == 4
            && Enumerable.Range(0, 4).All(i => Near(corners[i].X, corners[(i + 1) % 4].X) != Near(corners[i].Y, corners[(i + 1) % 4].Y));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.01;

    private bool MayGrow() => _current is not null && ++_pieces <= PieceLimit;
}
