using System.Globalization;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>
/// Numbers and recurring words in the reader's language. German readers get a decimal comma; the thread's culture plays no part.
/// </summary>
internal sealed class FeedbackWords(Language language)
{
    public Language Language => language;

    public string Say(string english, string german) => language == Language.German ? german : english;

    public string Say(LocalizedText text) => text.In(language);

    public string Number(double value, string format = "0.####") =>
        Localize(value.ToString(format, CultureInfo.InvariantCulture));

    public string Number(Points points) => Localize(points.ToString());

    /// <summary><c>2.5 / 3</c>.</summary>
    public string Fraction(Points points, Points maximum) => $"{Number(points)} / {Number(maximum)}";

    /// <summary><c>1 point</c>, <c>2.5 points</c>.</summary>
    public string Count(Points points) =>
        $"{Number(points)} {(points.HalfPoints == 2 ? Say("point", "Punkt") : Say("points", "Punkte"))}";

    public string Percent(double share) => Number(share * 100, "0") + Say("%", " %");

    public string Quote(string text) => Say($"“{text}”", $"„{text}“");

    public string PageNumber(int page) => string.Create(CultureInfo.InvariantCulture, $"{Say("page", "Seite")} {page}");

    public string Verdict(Tone tone) => tone switch
    {
        Tone.Good => Say("met", "erfüllt"),
        Tone.Partial => Say("partly met", "teilweise erfüllt"),
        Tone.Bad => Say("not met", "nicht erfüllt"),
        Tone.Review => Say("to be reviewed", "wird geprüft"),
        _ => Say("no judgement", "ohne Urteil"),
    };

    /// <param name="state">The state of an entry.</param>
    /// <param name="showsExpected">Whether expected values stand below wrong entries.</param>
    public string State(EntryState state, bool showsExpected) => state switch
    {
        EntryState.Right => Say("right", "richtig"),
        EntryState.CarriedForward => Say("follows from your earlier result", "folgt aus Ihrem früheren Ergebnis"),
        EntryState.Wrong when !showsExpected => Say("wrong", "falsch"),
        EntryState.Wrong => Say("wrong; expected value below", "falsch; darunter der erwartete Wert"),
        _ => Say("not read with certainty; a tutor will look at it", "nicht sicher gelesen; wird von einer Person geprüft"),
    };

    public string Footer(RubricVersion version)
    {
        var engine = SubmissionGrader.EngineVersion.ToString(CultureInfo.InvariantCulture);
        return Say(
            $"Rubric {version.ShortHash} · engine {engine} · {version.Rubric.Title.English}",
            $"Bewertungsschema {version.ShortHash} · Programmversion {engine} · {version.Rubric.Title.German}");
    }

    private string Localize(string invariant) => language == Language.German ? invariant.Replace('.', ',') : invariant;
}
