using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// What Moodle shows a student beside the grade: the points by question, or why there are none. The feedback PDF tells the rest.
/// </summary>
internal static class WorksheetComment
{
    public static IReadOnlyList<string> Of(SubmissionResult result, Language language)
    {
        var reasons = result.Row.AllReasons.Select(r => $"{r.Detail.In(language)} {r.Remedy.In(language)}");
        if (result.Assessment is not { } assessment || result.Row.Status is not (SubmissionStatus.Graded or SubmissionStatus.NeedsReview))
        {
            return
            [
                Say(language, "This hand-in was not graded.", "Diese Abgabe wurde nicht bewertet."),
                .. reasons,
            ];
        }
        var lines = new List<string>();
        if (result.Row.Status == SubmissionStatus.NeedsReview)
            lines.Add(Say(language, "Preliminary: a person will look at this.", "Vorläufig: Eine Person sieht sich dies noch an."));
        lines.Add(Say(language, $"{assessment.Points.In(language)} of {assessment.Maximum.In(language)} points.",
            $"{assessment.Points.In(language)} von {assessment.Maximum.In(language)} Punkten."));
        lines.AddRange(assessment.Questions.Select(q => Line(q, language)));
        lines.AddRange(reasons);
        lines.Add(Say(language, "The reasons are in the feedback file.", "Die Begründungen stehen in der Feedback-Datei."));
        return lines;
    }

    private static string Line(QuestionScore question, Language language) =>
        $"{question.QuestionId} {question.Title.In(language)}: {question.Points.In(language)}/{question.Maximum.In(language)}";

    private static string Say(Language language, string english, string german) => language == Language.German ? german : english;
}
