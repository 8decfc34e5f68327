using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Puts a judgement into one sentence for the student: which idea was found, or which is missing.</summary>
internal static class ConceptRationale
{
    /// <summary>The sentence.</summary>
    public static LocalizedText Of(ConceptCriterion criterion, ConceptJudgement judgement) => judgement.Basis switch
    {
        ConceptBasis.NoAnswer => new("There is no answer in words of your own.", "Es gibt keine Antwort in eigenen Worten."),
        ConceptBasis.SaidBothWays => About(
            criterion.Text, "The answer says this and also its opposite", "Die Antwort sagt dies und auch das Gegenteil"),
        ConceptBasis.OppositeOnly => About(
            criterion.Text, "The answer says the opposite of what was expected", "Die Antwort sagt das Gegenteil des Erwarteten"),
        ConceptBasis.BehindItemsAsked => About(
            criterion.Text,
            "More items are listed than were asked for, and this idea is not among the first",
            "Es sind mehr Punkte aufgezählt als gefragt, und dieser Gedanke ist nicht unter den ersten"),
        ConceptBasis.DoubtfulLevel when judgement.Points == Points.Zero => About(
            criterion.Text, "This idea is mentioned, but not clearly asserted", "Dieser Gedanke kommt vor, wird aber nicht klar behauptet"),
        _ when judgement.Level is not { } level || level.Points == Points.Zero => About(
            criterion.Text, "This idea was not found in the answer", "Dieser Gedanke wurde in der Antwort nicht gefunden"),
        _ when judgement.Points < criterion.Maximum => About(
            judgement.Level!.Text, "Only part of the idea was found", "Nur ein Teil des Gedankens wurde gefunden"),
        _ => About(judgement.Level!.Text, "The idea was found", "Der Gedanke wurde gefunden"),
    };

    private static LocalizedText About(LocalizedText idea, string english, string german) =>
        new($"{english}: {Stopped(idea.English)}", $"{german}: {Stopped(idea.German)}");

    private static string Stopped(string text) => text.EndsWith('.') ? text : text + ".";
}
