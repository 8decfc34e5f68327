using System.Globalization;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core;
using AutoGrader.Core.Reading;

namespace AutoGrader.Cli.Output;

/// <summary>Tells a student in plain lines whether a hand-in would be graded and what was read.</summary>
internal static class CheckReport
{
    public static void Write(Terminal terminal, CheckResult result, Language language)
    {
        var output = terminal.Output;
        output.WriteLine(Headline(result, language));
        foreach (var reason in result.Reasons)
        {
            output.WriteLine($"! {reason.Detail.In(language)}");
            output.WriteLine($"  {reason.Remedy.In(language)}");
        }

        foreach (var remark in result.Remarks)
            output.WriteLine($"! {Place(remark.Page, language)}{remark.In(language)}");

        foreach (var question in result.Questions)
            WriteQuestion(output, question, language);

        output.WriteLine();
        output.WriteLine(new LocalizedText(
            "This check compares with no reference answer and gives no points.",
            "Diese Prüfung vergleicht mit keiner Musterlösung und vergibt keine Punkte.").In(language));
    }

    private static string Place(int page, Language language) =>
        page == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Page(language)} {page}: ");

    private static string Headline(CheckResult result, Language language) => result.WouldBeGraded
        ? new LocalizedText($"{result.Uploaded}: would be graded.", $"{result.Uploaded}: würde bewertet.").In(language)
        : new LocalizedText($"{result.Uploaded}: would NOT be graded.", $"{result.Uploaded}: würde NICHT bewertet.").In(language);

    private static void WriteQuestion(TextWriter output, CheckedQuestion question, Language language)
    {
        var place = question.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $" ({Page(language)} {page})") : "";
        output.WriteLine();
        output.WriteLine($"{question.Id} {question.Title.In(language)}: {State(question.State).In(language)}{place}");
        if (question.Doubt is not null)
            output.WriteLine($"  ? {question.Doubt}");
        foreach (var line in question.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            output.WriteLine($"  | {line}");
    }

    private static string Page(Language language) => new LocalizedText("page", "Seite").In(language);

    private static LocalizedText State(AnswerState state) => state switch
    {
        AnswerState.Found => new("answer found", "Antwort gefunden"),
        AnswerState.Missing => new("no answer found", "keine Antwort gefunden"),
        _ => new("found, but it cannot be read by the machine", "gefunden, aber für die Maschine nicht lesbar"),
    };
}
