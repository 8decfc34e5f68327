using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>The view's own words in one language.</summary>
internal sealed class ViewWords(Language language)
{
    public string Code => language == Language.German ? "de" : "en";

    public string Say(string english, string german) => language == Language.German ? german : english;

    public string Say(LocalizedText text) => text.In(language);

    public string Say(ReadingRemark remark) => remark.In(language);

    /// <summary>A number of things, English in the singular where it is one.</summary>
    public string Count(int number, string one, string many, string germanOne, string germanMany) => string.Create(
        CultureInfo.InvariantCulture, $"{number} {(number == 1 ? Say(one, germanOne) : Say(many, germanMany))}");

    public string Page(int page) => string.Create(CultureInfo.InvariantCulture, $"{Say("page", "Seite")} {page}");

    public string Pages(IReadOnlyList<int> pages) => pages switch
    {
        [] => "",
        [var only] => Page(only),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Say("pages", "Seiten")} {string.Join(", ", pages)}"),
    };

    public string State(AnswerState state) => state switch
    {
        AnswerState.Found => Say("answer found", "Antwort gefunden"),
        AnswerState.Missing => Say("no answer found", "keine Antwort gefunden"),
        _ => Say("cannot be read by the machine", "für die Maschine nicht lesbar"),
    };

    public string Kind(ReadingRemarkKind kind) => kind switch
    {
        ReadingRemarkKind.BrokenPage => Say("damaged page", "beschädigte Seite"),
        ReadingRemarkKind.ImageOnlyPage => Say("scanned page", "gescannte Seite"),
        ReadingRemarkKind.OutlineFormulas => Say("formula as outlines", "Formel als Umriss"),
        ReadingRemarkKind.UnknownLetters => Say("letters without encoding", "Zeichen ohne Kodierung"),
        ReadingRemarkKind.HiddenText => Say("text that does not show", "nicht sichtbarer Text"),
        ReadingRemarkKind.Annotation => Say("annotation", "Anmerkung"),
        ReadingRemarkKind.Attachment => Say("attachment", "Anhang"),
        ReadingRemarkKind.Picture => Say("picture", "Bild"),
        ReadingRemarkKind.RecognisedText => Say("recognised text", "erkannter Text"),
        _ => Say("limit reached", "Grenze erreicht"),
    };

    public string Sure(double confidence) => $"{Markup.Percent(confidence)} {Say("sure", "sicher")}";
}
