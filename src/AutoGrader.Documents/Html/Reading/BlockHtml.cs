using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>A block as read: its text line by line, each joined to its place, matrices as tables.</summary>
internal sealed class BlockHtml(Places places, ViewWords words, int hue)
{
    private readonly MatrixHtml _matrix = new(places, words, hue);

    public void Write(Markup html, ReportBlock block)
    {
        var classes = block.Kind switch
        {
            BlockKind.Code or BlockKind.Output or BlockKind.Table => "block pre",
            BlockKind.ListItem => "block item",
            BlockKind.Heading => "block head",
            BlockKind.Formula => "block formula",
            _ => "block",
        };
        html.Raw($"<div class=\"{classes}\">");
        var at = 0;
        foreach (var matrix in block.Matrices.OrderBy(m => m.Start))
        {
            // Matrices within others are part of the outer one's text.
            if (matrix.Start < at || matrix.Start + matrix.Length > block.Text.Length)
                continue;
            WriteText(html, block, at, matrix.Start);
            _matrix.Write(html, matrix);
            at = matrix.Start + matrix.Length;
        }

        WriteText(html, block, at, block.Text.Length);
        html.Raw("</div>");
    }

    private void WriteText(Markup html, ReportBlock block, int from, int to)
    {
        foreach (var line in block.Lines)
        {
            var start = Math.Max(from, line.Start);
            var end = Math.Min(to, line.Start + line.Length);
            if (start >= end)
                continue;
            if (start > from)
                html.Text(block.Text[from..start]);
            var text = block.Text[start..end];
            if (string.IsNullOrWhiteSpace(text))
            {
                html.Text(text);
            }
            else
            {
                var id = places.Add(line.Page, line.Box, PlaceKind.Line, text.Trim(), hue);
                html.Raw($"<span class=\"line\" data-b=\"{id}\">").Text(text).Raw("</span>");
            }

            from = end;
        }

        if (from < to)
            html.Text(block.Text[from..to]);
    }
}
