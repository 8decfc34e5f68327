using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Reading;

namespace AutoGrader.Application.SelfCheck;

/// <summary>The words of a self-check, the same on the page, on paper and on the command line.</summary>
public static class CheckWords
{
    private static readonly LocalizedText Uncertain = new(
        "It is not certain that this is your answer, or all of it. Write the question's number in front of it.",
        "Es ist nicht sicher, ob dies Ihre Antwort ist oder ob sie vollständig ist. Schreiben Sie die Nummer der Frage davor.");

    private static readonly LocalizedText Unfound = new(
        "If you answered it, write the question's number in front of the answer.",
        "Wenn Sie sie beantwortet haben, schreiben Sie die Nummer der Frage vor die Antwort.");

    /// <summary>Told where an answer's place is not certain: why, and what to do; <c>null</c> where it is certain.</summary>
    public static LocalizedText? DoubtOf(CheckedQuestion question) =>
        question.Doubt?.Then(question.State == AnswerState.Missing ? Unfound : Uncertain);

    /// <summary>The heading of what should be looked at.</summary>
    public static LocalizedText LookAgain { get; } = new("Look at this again", "Sehen Sie das noch einmal an");

    /// <summary>The most important thing.</summary>
    public static LocalizedText Headline(CheckResult result) => result.WouldBeGraded
        ? new($"{result.Uploaded}: would be graded.", $"{result.Uploaded}: würde bewertet.")
        : new($"{result.Uploaded}: would NOT be graded.", $"{result.Uploaded}: würde NICHT bewertet.");

    /// <summary>Whether a rule is kept.</summary>
    public static LocalizedText Of(bool? isKept) => isKept switch
    {
        true => new("yes", "ja"),
        false => new("no", "nein"),
        null => new("not seen", "nicht zu sehen"),
    };

    /// <summary>Whether an answer was found.</summary>
    public static LocalizedText Of(AnswerState state) => state switch
    {
        AnswerState.Found => new("answer found", "Antwort gefunden"),
        AnswerState.Missing => new("no answer found", "keine Antwort gefunden"),
        _ => new("found, but it cannot be read by the machine", "gefunden, aber für die Maschine nicht lesbar"),
    };

    /// <summary>The pages of an answer; empty where there are none.</summary>
    public static string PagesOf(CheckedQuestion question, Language language) => question.Pages switch
    {
        [] => "",
        [var only] => string.Create(CultureInfo.InvariantCulture, $"{new LocalizedText("page", "Seite").In(language)} {only}"),
        _ => $"{new LocalizedText("pages", "Seiten").In(language)} {string.Join(", ", question.Pages)}",
    };

    /// <summary>The beginning of a sentence about a page; empty for the whole report.</summary>
    public static string OnPage(int page, Language language) => page == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{new LocalizedText("Page", "Seite").In(language)} {page}: ");
}
