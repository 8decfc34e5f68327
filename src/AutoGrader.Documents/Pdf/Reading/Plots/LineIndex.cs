using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Lines by the place they run at, so that a page of many lines is not walked again and again.</summary>
internal sealed class LineIndex
{
    private const double Cell = 4;

    private readonly Dictionary<(bool IsUpright, int Cell), List<RawLine>> _lines = [];

    public LineIndex(IEnumerable<RawLine> lines)
    {
        foreach (var line in lines)
        {
            var key = (line.IsUpright, CellOf(line.At));
            if (!_lines.TryGetValue(key, out var list))
                _lines[key] = list = [];
            list.Add(line);
        }
    }

    /// <summary>Upright or level lines within a distance of a place.</summary>
    public IEnumerable<RawLine> At(bool isUpright, double place, double tolerance)
    {
        for (var cell = CellOf(place - tolerance); cell <= CellOf(place + tolerance); cell++)
        {
            if (!_lines.TryGetValue((isUpright, cell), out var list))
                continue;
            foreach (var line in list.Where(l => Math.Abs(l.At - place) <= tolerance))
                yield return line;
        }
    }

    private static int CellOf(double place) => (int)Math.Floor(Math.Clamp(place, -1e6, 1e6) / Cell);
}
