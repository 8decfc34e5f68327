namespace AutoGrader.Benchmarks;

/// <summary>A table of text with aligned columns; the first column is left-aligned, the others right.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print(TextWriter output, string title)
    {
        output.WriteLine();
        output.WriteLine(title);
        var widths = Enumerable.Range(0, header.Length).Select(c => _rows.Max(r => r[c].Length)).ToArray();
        for (var r = 0; r < _rows.Count; r++)
        {
            var cells = _rows[r].Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]));
            output.WriteLine("  " + string.Join("  ", cells).TrimEnd());
            if (r == 0)
                output.WriteLine("  " + string.Join("  ", widths.Select(w => new string('-', w))));
        }
    }
}
