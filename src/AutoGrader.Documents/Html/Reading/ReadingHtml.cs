using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>
/// Shows a report beside what was read in it, as one HTML file that needs nothing else: no network, no fonts, a content security policy
/// that allows its own style and script and nothing of the report's.
/// </summary>
public static class ReadingHtml
{
    /// <summary>The file. Opens no PDF: what strangers' files do to whoever draws them has happened before.</summary>
    public static string Render(ReportView view)
    {
        var words = new ViewWords(view.Language);
        var places = new Places();
        // The reading names the places that the pages draw, so it is written first and put in behind them.
        var reading = new Markup();
        WriteReading(reading, view, places, words);
        var pages = new Markup();
        WriteFailure(pages, view, words);
        var page = new PageHtml(view.Drawings, places, words);
        var sizes = view.Content?.Pages ?? [];
        for (var i = 0; i < sizes.Count; i++)
            page.Write(pages, i + 1, sizes[i]);

        var (style, script) = (Asset("reading.css"), Asset("reading.js"));
        var html = new Markup();
        html.Raw($"<!DOCTYPE html>\n<html lang=\"{words.Code}\"><head><meta charset=\"utf-8\">");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; base-uri 'none'; "
            + $"form-action 'none'; style-src '{Digest(style)}'; script-src '{Digest(script)}'\">");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Raw("<meta name=\"color-scheme\" content=\"light dark\">");
        html.Element("title", "", $"{view.FileName} – {words.Say("what was read", "was gelesen wurde")}");
        html.Raw($"<style>{style}</style></head><body>");
        WriteHead(html, view, words);
        html.Raw("<main>");
        html.Raw($"<div class=\"pages\" tabindex=\"-1\" aria-label=\"{words.Say("The report", "Der Bericht")}\">");
        html.Raw($"<svg class=\"symbols\" aria-hidden=\"true\"><defs>{view.Drawings.Symbols}</defs></svg>{pages}</div>");
        html.Raw($"<div class=\"reading\" aria-label=\"{words.Say("What was read", "Was gelesen wurde")}\">{reading}</div></main>");
        html.Raw($"<script>{script}</script></body></html>\n");
        return html.ToString();
    }

    private static void WriteFailure(Markup html, ReportView view, ViewWords words)
    {
        if (view.Drawings.Failure is { } failure)
            html.Element("p", "failure", words.Say(failure));
    }

    private static void WriteHead(Markup html, ReportView view, ViewWords words)
    {
        html.Raw("<header>").Element("h1", "", view.FileName);
        if (view.Answers is { } answers)
        {
            var found = answers.Answers.Count(a => a.State == AnswerState.Found);
            var matrices = answers.Answers.Sum(a => a.Blocks.Sum(b => b.Matrices.Count));
            html.Element("p", "summary", string.Create(
                CultureInfo.InvariantCulture,
                $"{found}/{answers.Answers.Count} {words.Say("answers found", "Antworten gefunden")} · "
                + $"{words.Count(matrices, "matrix", "matrices", "Matrix", "Matrizen")} · "
                + $"{words.Count(answers.Remarks.Count, "remark", "remarks", "Hinweis", "Hinweise")} · "
                + $"{words.Count(answers.Pages.Count, "page", "pages", "Seite", "Seiten")}"));
        }

        html.Raw("<p class=\"legend\" aria-hidden=\"true\">");
        html.Element("span", "key sure", words.Say("sure", "sicher"));
        html.Element("span", "key likely", words.Say("look", "ansehen"));
        html.Element("span", "key doubtful", words.Say("doubtful", "zweifelhaft"));
        html.Element("span", "key remark", words.Say("remark", "Hinweis"));
        html.Element("span", "key unassigned", words.Say("no answer", "keine Antwort"));
        html.Raw("</p><p class=\"keys\"><kbd>j</kbd> <kbd>k</kbd> ").Text(words.Say("next, previous question", "nächste, vorige Frage"));
        html.Raw("</p></header>");
    }

    private static void WriteReading(Markup html, ReportView view, Places places, ViewWords words)
    {
        if (view.Reason is { } reason)
        {
            html.Raw("<section class=\"reason\" role=\"alert\">").Element("h2", "", words.Say(reason.Detail));
            html.Element("p", "", words.Say(reason.Remedy)).Raw("</section>");
        }

        var rest = new RestHtml(places, words);
        if (view.Content is { } content)
            rest.WriteRemarks(html, content.Remarks);
        if (view.Answers is not { } answers)
            return;
        var question = new QuestionHtml(places, words);
        for (var i = 0; i < answers.Answers.Count; i++)
            question.Write(html, view.Rubric.Questions[i], answers.Answers[i], i);
        rest.WriteUnassigned(html, view.Content!, answers);
    }

    private static string Asset(string name)
    {
        using var stream = typeof(ReadingHtml).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash what they have normalised.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Digest(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
