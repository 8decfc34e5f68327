using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Feedback;

/// <summary>The head of a feedback: sheet, student, standing of the points.</summary>
internal static class HeadSection
{
    public static IEnumerable<FeedbackBlock> Compose(
        FeedbackSubject subject, RubricVersion version, Assessment? assessment, OutcomeKind outcome, FeedbackWords words)
    {
        yield return new ParagraphBlock($"{words.Say(version.Rubric.Course)} · {words.Say("Feedback", "Rückmeldung")}", TextStyle.Muted);
        yield return new HeadingBlock(1, words.Say(version.Rubric.Title));
        var facts = new List<Fact> { new(words.Say("Name", "Name"), subject.Name) };
        if (subject.Matriculation is not null)
            facts.Add(new Fact(words.Say("Matriculation number", "Matrikelnummer"), subject.Matriculation));
        if (subject.Uploaded is not null)
            facts.Add(new Fact(words.Say("Handed in", "Abgegeben"), subject.Uploaded, TextStyle.Verbatim));
        facts.Add(new Fact(words.Say("Points", "Punkte"), Result(assessment, outcome, words), TextStyle.Bold));
        facts.Add(new Fact(words.Say("Standing", "Stand"), Standing(assessment, outcome, words)));
        yield return new KeyValueBlock(facts);
    }

    private static string Result(Assessment? assessment, OutcomeKind outcome, FeedbackWords words) => outcome switch
    {
        OutcomeKind.RuleBroken => words.Say("not graded", "nicht bewertet"),
        OutcomeKind.Open => words.Say("not decided yet", "noch nicht entschieden"),
        OutcomeKind.Suggested => words.Say("suggestion: ", "Vorschlag: ") + words.Fraction(assessment!.Points, assessment.Maximum),
        _ => words.Fraction(assessment!.Points, assessment.Maximum),
    };

    private static string Standing(Assessment? assessment, OutcomeKind outcome, FeedbackWords words) => outcome switch
    {
        OutcomeKind.RuleBroken => words.Say("a hand-in rule was not met", "eine Abgaberegel wurde nicht eingehalten"),
        OutcomeKind.Open => words.Say("a tutor will read this report", "eine Person aus dem Lehrteam liest diese Abgabe"),
        OutcomeKind.Suggested => words.Say(
            "a tutor will look at this; points may change", "wird von einer Person geprüft; die Punkte können sich ändern"),
        _ => Decided(assessment!, words),
    };

    private static string Decided(Assessment assessment, FeedbackWords words) =>
        assessment.Questions.Any(q => q.Criteria.Any(c => c.Override is not null))
            ? words.Say("graded; partly decided by a tutor", "bewertet; teilweise von einer Person entschieden")
            : words.Say("graded", "bewertet");
}
