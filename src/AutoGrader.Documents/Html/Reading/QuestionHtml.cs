using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>One question: whether it was found, where, how sure that is, and what stands there.</summary>
internal sealed class QuestionHtml(Places places, ViewWords words)
{
    /// <summary>Neighbouring questions differ in colour; after so many the colours begin again.</summary>
    private const int Hues = 5;

    public void Write(Markup html, Question question, Answer answer, int index)
    {
        var hue = 1 + index % Hues;
        var lines = answer.Blocks.SelectMany(b => b.Lines).ToList();
        var id = "";
        if (lines.Count > 0)
        {
            var first = lines[0];
            id = places.Add(first.Page, first.Box, PlaceKind.Tab, question.Id, hue);
        }

        html.Raw($"<section class=\"question hue{hue} {Css(answer.State)}\" tabindex=\"-1\" data-q=\"\" data-b=\"{id}\">");
        html.Raw("<h2><span class=\"id\">").Text(question.Id).Raw("</span> ").Text(words.Say(question.Title)).Raw("</h2>");
        html.Raw("<p class=\"state\">");
        html.Element("strong", "", words.State(answer.State));
        if (lines.Count > 0)
            html.Text($" · {words.Pages([.. lines.Select(l => l.Page).Distinct().Order()])}");
        html.Raw($" · <span class=\"{Markup.ClassOf(answer.Confidence)}\">").Text(words.Sure(answer.Confidence)).Raw("</span>");
        if (answer.HasPicture)
            html.Text($" · {words.Say("a picture stands in it", "ein Bild steht darin")}");
        html.Raw("</p>");
        if (answer.Doubt is { } doubt)
            html.Element("p", "doubt", words.Say(doubt));
        var blocks = new BlockHtml(places, words, hue);
        foreach (var block in answer.Blocks)
            blocks.Write(html, block);
        html.Raw("</section>");
    }

    private static string Css(AnswerState state) => state switch
    {
        AnswerState.Found => "found",
        AnswerState.Missing => "missing",
        _ => "unreadable",
    };
}
