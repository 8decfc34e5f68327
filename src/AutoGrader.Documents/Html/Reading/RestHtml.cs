using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>What belongs to no answer: the reader's remarks, and the lines that no question took.</summary>
internal sealed class RestHtml(Places places, ViewWords words)
{
    public void WriteRemarks(Markup html, IReadOnlyList<ReadingRemark> remarks)
    {
        if (remarks.Count == 0)
            return;
        html.Raw("<section class=\"remarks\" tabindex=\"-1\" data-q=\"\">");
        html.Element("h2", "", words.Say("Remarks of the reader", "Hinweise des Lesers"));
        html.Raw("<ul>");
        foreach (var remark in remarks)
        {
            var id = remark is { Page: > 0, Box: { } box } ? places.Add(remark.Page, box, PlaceKind.Remark, words.Kind(remark.Kind)) : "";
            html.Raw($"<li data-b=\"{id}\" tabindex=\"0\">").Element("strong", "", words.Kind(remark.Kind));
            if (remark.Page > 0)
                html.Text($", {words.Page(remark.Page)}");
            html.Text($": {words.Say(remark)}").Raw("</li>");
        }

        html.Raw("</ul></section>");
    }

    public void WriteUnassigned(Markup html, ReportContent content, AnswerDocument answers)
    {
        var taken = answers.Answers.SelectMany(a => a.Blocks).SelectMany(b => b.Lines).ToLookup(l => l.Page, l => l.Box);
        var rest = content.Blocks.SelectMany(b => b.Lines.Select(l => (Block: b, Line: l)))
            .Where(l => !taken[l.Line.Page].Any(box => IsPartOf(box, l.Line.Box)) && !string.IsNullOrWhiteSpace(TextOf(l.Block, l.Line)))
            .ToList();
        if (rest.Count == 0)
            return;
        html.Raw("<section class=\"rest\" tabindex=\"-1\" data-q=\"\">");
        html.Element("h2", "", words.Say("Read, but part of no answer", "Gelesen, aber Teil keiner Antwort"));
        html.Element("p", "state", words.Say(
            "Headings, labels, names, repeated question texts. If an answer stands here, it was not found.",
            "Überschriften, Nummern, Namen, wiederholte Fragen. Steht hier eine Antwort, wurde sie nicht gefunden."));
        foreach (var (block, line) in rest)
        {
            var text = TextOf(block, line).Trim();
            var id = places.Add(line.Page, line.Box, PlaceKind.Unassigned, text);
            html.Raw($"<div class=\"block\"><span class=\"line\" data-b=\"{id}\">").Text(text).Raw("</span></div>");
        }

        html.Raw("</section>");
    }

    /// <summary>Whether a line of an answer is what is left of a printed line without its label.</summary>
    private static bool IsPartOf(Box answer, Box line) =>
        answer.X >= line.X - 0.1 && answer.Right <= line.Right + 0.1 && answer.Y >= line.Y - 0.1 && answer.Bottom <= line.Bottom + 0.1;

    private static string TextOf(ReportBlock block, ReportLine line)
    {
        var start = Math.Clamp(line.Start, 0, block.Text.Length);
        return block.Text[start..Math.Clamp(line.Start + line.Length, start, block.Text.Length)];
    }
}
