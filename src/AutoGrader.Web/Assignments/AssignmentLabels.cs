using AutoGrader.Application.Courses;
using AutoGrader.Application.Remarking;
using AutoGrader.Core.Submissions;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Assignments;

/// <summary>Words and colours for kinds and states of hand-ins.</summary>
internal static class AssignmentLabels
{
    /// <summary>Why a change of an assignment is refused that somebody else has changed meanwhile.</summary>
    public static string Conflict(Speech say) => say[RemarkWords.Of(RemarkProblem.Conflict)];

    public static string Of(PreviewKind kind, Speech say) => kind switch
    {
        PreviewKind.HandedIn => say["Handed in", "Abgegeben"],
        PreviewKind.Late => say["Late", "Verspätet"],
        PreviewKind.Draft => say["Draft", "Entwurf"],
        PreviewKind.RuleBroken => say["Breaks a rule", "Regel verletzt"],
        PreviewKind.Unmatched => say["Not in the worksheet", "Nicht in der Tabelle"],
        _ => say["Nothing", "Nichts"],
    };

    public static string ColourOf(PreviewKind kind) => kind switch
    {
        PreviewKind.HandedIn => "good",
        PreviewKind.Late or PreviewKind.Draft => "warn",
        PreviewKind.RuleBroken or PreviewKind.Unmatched => "bad",
        _ => "",
    };

    public static string Of(SubmissionStatus status, Speech say) => status switch
    {
        SubmissionStatus.Graded => say["Decided", "Entschieden"],
        SubmissionStatus.NeedsReview => say["Needs a person", "Braucht einen Menschen"],
        SubmissionStatus.NotGraded => say["Not graded", "Nicht bewertet"],
        _ => say["Unreadable", "Nicht lesbar"],
    };

    public static string ColourOf(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Graded => "good",
        SubmissionStatus.NeedsReview => "warn",
        _ => "bad",
    };

    public static string OfStage(string stage, Speech say) => stage switch
    {
        "open" => say["opening", "öffnen"],
        "inspect" => say["checking the rules", "Regeln prüfen"],
        "read" => say["reading", "lesen"],
        "score" => say["scoring", "bewerten"],
        "render" => say["writing feedback", "Rückmeldung schreiben"],
        "save" => say["saving", "speichern"],
        _ => stage,
    };
}
