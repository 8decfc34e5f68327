using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>Builds report content block by block, with lines and places as a reader would give them.</summary>
internal sealed class SyntheticReport
{
    private const int LineLength = 90;
    private const double LineHeight = 12;
    private const double PageBottom = 780;

    private readonly List<ReportBlock> _blocks = [];
    private readonly List<ReadingRemark> _remarks = [];
    private double _y = 60;
    private int _page = 1;

    public ReportContent Content => new()
    {
        ReaderVersion = 1,
        Pages = [.. Enumerable.Repeat(new PageSize(595, 842), _page)],
        Blocks = [.. _blocks],
        Remarks = [.. _remarks],
    };

    public SyntheticReport Heading(string text, double size = 14) => Add(BlockKind.Heading, text, text.Length, size);

    public SyntheticReport Paragraph(string text, int bold = 0, double x = 60) => Add(BlockKind.Paragraph, text, bold, 10, x);

    public SyntheticReport Item(string text, double x = 80) => Add(BlockKind.ListItem, text, 0, 10, x);

    public SyntheticReport Formula(string text, params MatrixReading[] matrices) => Add(BlockKind.Formula, text, 0, 10, 200, matrices);

    public SyntheticReport Code(string text) => Add(BlockKind.Code, text, 0, 9);

    public SyntheticReport Output(string text) => Add(BlockKind.Output, text, 0, 9);

    public SyntheticReport Table(string text) => Add(BlockKind.Table, text, 0, 10);

    public SyntheticReport Gap(double height)
    {
        _y += height;
        return this;
    }

    public SyntheticReport Remark(ReadingRemarkKind kind, Box? box = null)
    {
        _remarks.Add(new ReadingRemark(kind, _page, box, "Something cannot be read."));
        return this;
    }

    /// <summary>A box around where the next block will stand.</summary>
    public Box NextBox(double x = 60, double width = 100) => new(x, _y, width, LineHeight);

    public SyntheticReport Add(BlockKind kind, string text, int bold, double size, double x = 60, params MatrixReading[] matrices)
    {
        var lines = Wrap(text).Select(l =>
        {
            if (_y > PageBottom)
                (_page, _y) = (_page + 1, 60);
            var line = new ReportLine(l.Start, l.Length, _page, new Box(x, _y, 5.0 * l.Length, LineHeight));
            _y += LineHeight;
            return line;
        }).ToList();
        _y += 6;
        _blocks.Add(new ReportBlock
        {
            Kind = kind,
            Text = text,
            Lines = lines,
            Matrices = matrices,
            FontSize = size,
            BoldPrefixLength = bold,
        });
        return this;
    }

    /// <summary>Breaks at line ends and, in long lines, at blanks; never loses a character but the blank itself.</summary>
    private static IEnumerable<(int Start, int Length)> Wrap(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var hard = text.IndexOf('\n', start);
            var end = hard < 0 ? text.Length : hard;
            if (end - start > LineLength && text.LastIndexOf(' ', start + LineLength, LineLength) is > 0 and var blank && blank > start)
                end = blank;
            yield return (start, end - start);
            start = end + 1;
        }
    }
}
