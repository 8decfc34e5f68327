using System.Globalization;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>A matrix as a table between brackets; every entry knows its place on the page.</summary>
internal sealed class MatrixHtml(Places places, ViewWords words, int hue)
{
    public void Write(Markup html, MatrixReading matrix)
    {
        var shape = string.Create(CultureInfo.InvariantCulture, $"{matrix.Rows} × {matrix.Columns}");
        var label = $"{words.Say("matrix", "Matrix")} {shape}, {words.Sure(matrix.Confidence)}";
        var id = places.Add(matrix.Page, matrix.Box, PlaceKind.Matrix, label, hue, matrix.Confidence);
        html.Raw($"<span class=\"matrix {Markup.ClassOf(matrix.Confidence)}\" data-b=\"{id}\" tabindex=\"0\">");
        html.Raw($"<table aria-label=\"{Markup.Encode(label)}\">");
        foreach (var row in matrix.Entries.Chunk(matrix.Columns))
        {
            html.Raw("<tr>");
            foreach (var entry in row)
                Write(html, matrix, entry);
            html.Raw("</tr>");
        }

        html.Raw("</table></span>");
        if (matrix.Confidence < 0.95)
            html.Element("span", "note", $"{shape}, {words.Sure(matrix.Confidence)}");
    }

    private void Write(Markup html, MatrixReading matrix, MatrixEntry entry)
    {
        var value = entry.Value is { } number
            ? number.ToString("0.######", CultureInfo.InvariantCulture)
            : words.Say("no number", "keine Zahl");
        var label = $"{(entry.Text.Length > 0 ? entry.Text : "–")} → {value}, {words.Sure(entry.Confidence)}";
        var id = places.Add(matrix.PageOf(entry), entry.Box, PlaceKind.Entry, label, hue, entry.Confidence);
        html.Raw($"<td class=\"{Markup.ClassOf(entry.Confidence)}\" data-b=\"{id}\" title=\"{Markup.Encode(label)}\">");
        html.Text(entry.Text.Length > 0 ? entry.Text : "–");
        if (entry.Confidence < 0.95)
            html.Raw("<span class=\"flag\" aria-hidden=\"true\">?</span>");
        html.Raw("</td>");
    }
}
