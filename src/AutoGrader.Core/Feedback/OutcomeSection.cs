using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>The notices of a feedback: why there are no points, what a person will look at, what was remarked on.</summary>
internal static class OutcomeSection
{
    public static IEnumerable<FeedbackBlock> Compose(
        FeedbackSubject subject, Assessment? assessment, OutcomeKind outcome, FeedbackWords words)
    {
        var reasons = subject.Reasons.SelectMany(r => Describe(r, words));
        switch (outcome)
        {
            case OutcomeKind.RuleBroken:
                yield return new NoticeBlock(
                    Tone.Bad,
                    words.Say("This hand-in was not graded", "Diese Abgabe wurde nicht bewertet"),
                    [.. reasons, Next(subject, words)]);
                break;
            case OutcomeKind.Open:
                yield return new NoticeBlock(
                    Tone.Review,
                    words.Say("Your report could not be read by the program", "Ihr Bericht konnte nicht maschinell gelesen werden"),
                    [.. Unreadable(subject, reasons, words)]);
                break;
            case OutcomeKind.Suggested:
                yield return new NoticeBlock(
                    Tone.Review,
                    words.Say(
                        "A tutor will look at this; the points are a suggestion",
                        "Eine Person prüft diese Bewertung; die Punkte sind ein Vorschlag"),
                    [.. Open(assessment!, words), .. reasons]);
                break;
            case OutcomeKind.Decided when subject.Reasons.Count > 0:
                yield return new NoticeBlock(Tone.Neutral, words.Say("Remarks on your hand-in", "Hinweise zu Ihrer Abgabe"), [.. reasons]);
                break;
        }
    }

    private static IEnumerable<ParagraphBlock> Describe(Reason reason, FeedbackWords words)
    {
        yield return new ParagraphBlock(words.Say(reason.Detail));
        yield return new ParagraphBlock(
            [new TextRun(words.Say("What to do: ", "Was zu tun ist: "), TextStyle.Bold), new TextRun(words.Say(reason.Remedy))]);
    }

    private static ParagraphBlock Next(FeedbackSubject subject, FeedbackWords words) => new(
    [
        new TextRun(words.Say("What happens next: ", "Wie es weitergeht: "), TextStyle.Bold),
        new TextRun(subject.Reasons.Any(r => r.Code == ReasonCode.Draft)
            ? words.Say(
                "As long as the submission is a draft, nobody grades it. Please submit it in Moodle, or ask your tutor.",
                "Solange die Abgabe ein Entwurf ist, wird sie nicht bewertet. Bitte reichen Sie sie in Moodle ein oder fragen Sie "
                + "das Lehrteam.")
            : words.Say(
                "The content of your report was not looked at, and no points were given or taken. If the assignment is still open, "
                + "please hand in again as described. Otherwise please ask your tutor: a tutor can have the report graded nevertheless.",
                "Der Inhalt Ihres Berichts wurde nicht angesehen; es wurden keine Punkte vergeben oder abgezogen. Ist die Abgabe noch "
                + "möglich, geben Sie bitte wie beschrieben erneut ab. Andernfalls wenden Sie sich bitte an das Lehrteam: Es kann die "
                + "Bewertung dennoch veranlassen.")),
    ]);

    private static IEnumerable<ParagraphBlock> Unreadable(FeedbackSubject subject, IEnumerable<ParagraphBlock> reasons, FeedbackWords words)
    {
        if (subject.Reasons.Count == 0)
            yield return new ParagraphBlock(words.Say(
                "The file could not be opened or its text could not be read.",
                "Die Datei ließ sich nicht öffnen oder ihr Text nicht lesen."));
        foreach (var reason in reasons)
            yield return reason;
        yield return new ParagraphBlock(
        [
            new TextRun(words.Say("What happens next: ", "Wie es weitergeht: "), TextStyle.Bold),
            new TextRun(words.Say(
                "No points were given or taken. A tutor will read your report or get in touch with you.",
                "Es wurden keine Punkte vergeben oder abgezogen. Eine Person aus dem Lehrteam liest Ihren Bericht oder meldet sich "
                + "bei Ihnen.")),
        ]);
    }

    private static IEnumerable<ParagraphBlock> Open(Assessment assessment, FeedbackWords words)
    {
        var open = assessment.Questions.SelectMany(q => q.Criteria).Where(c => c.NeedsReview).Select(c => c.CriterionId).ToList();
        if (open.Count > 0)
            yield return new ParagraphBlock(
            [
                new TextRun(words.Say("The program is not sure about: ", "Nicht sicher entschieden: ")),
                new TextRun(string.Join(", ", open), TextStyle.Bold),
                new TextRun(words.Say(". These criteria are marked below.", ". Diese Kriterien sind unten gekennzeichnet.")),
            ]);
    }
}
