namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>Collects the contours of a path as polygons: curves become short straight pieces.</summary>
/// <remarks>Font outlines have quadratic or cubic curves of a few thousandths of an em; eight pieces each are finer than a comparison
/// sees.</remarks>
internal sealed class ContourBuilder
{
    private const int PiecesOfCurve = 8;

    private readonly List<IReadOnlyList<(double X, double Y)>> _contours = [];
    private List<(double X, double Y)> _current = [];

    /// <summary>The contours so far, each closed in itself.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Contours
    {
        get
        {
            Close();
            return _contours;
        }
    }

    /// <summary>Where the pen is.</summary>
    public (double X, double Y) Pen { get; private set; }

    public void MoveTo(double x, double y)
    {
        Close();
        _current.Add(Pen = (x, y));
    }

    public void LineTo(double x, double y)
    {
        if (_current.Count == 0)
            _current.Add(Pen);
        _current.Add(Pen = (x, y));
    }

    public void QuadraticTo((double X, double Y) control, (double X, double Y) end)
    {
        var start = Pen;
        for (var i = 1; i <= PiecesOfCurve; i++)
        {
            var t = (double)i / PiecesOfCurve;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            LineTo(a * start.X + b * control.X + c * end.X, a * start.Y + b * control.Y + c * end.Y);
        }
    }

    public void CubicTo((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        var start = Pen;
        for (var i = 1; i <= PiecesOfCurve; i++)
        {
            var t = (double)i / PiecesOfCurve;
            var u = 1 - t;
            var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
            LineTo(
                a * start.X + b * first.X + c * second.X + d * end.X,
                a * start.Y + b * first.Y + c * second.Y + d * end.Y);
        }
    }

    public void Close()
    {
        if (_current.Count > 2)
            _contours.Add(_current);
        if (_current.Count > 0)
            Pen = _current[0];
        _current = [];
    }
}
