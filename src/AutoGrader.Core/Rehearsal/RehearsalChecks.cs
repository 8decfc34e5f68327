using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rehearsal;

/// <summary>Looks at what rehearsed answers earned and says what is wrong with the rubric, where, and what to do.</summary>
internal sealed class RehearsalChecks(Rubric rubric, RubricPlaces places, string fileName, IReadOnlyList<RehearsalRun> runs)
{
    public IEnumerable<RehearsalFinding> All() =>
        [
            .. runs.SelectMany(OfRun),
            .. rubric.Questions.SelectMany(OfQuestion),
            .. new PhraseCoverage(rubric, places, fileName, runs).Findings(),
        ];

    private IEnumerable<RehearsalFinding> OfRun(RehearsalRun run) => run.Rehearsed.Kind switch
    {
        RehearsalKind.Solution => Solution(run),
        RehearsalKind.Example => Example(run),
        RehearsalKind.Blank or RehearsalKind.CopiedQuestion => MustEarnNothing(run),
        RehearsalKind.Mutant => Mutant(run),
        RehearsalKind.KeywordSalad or RehearsalKind.OffTopic => MustDecideNothing(run),
        _ => Graded(run),
    };

    private static IEnumerable<RehearsalFinding> Solution(RehearsalRun run)
    {
        if (run.Rehearsed.Answer.State == AnswerState.Missing)
        {
            var question = run.Rehearsed.Question.Id;
            yield return Finding(run, "no-solution", question, isHint: true,
                new($"Question {question} has no worked solution.", $"Frage {question} hat keine Musterlösung."),
                new("Add 'solution: |' and below it an answer that earns everything.",
                    "Fügen Sie „solution: |“ hinzu und darunter eine Antwort, die alle Punkte bringt."));
            yield break;
        }

        foreach (var score in run.Scores.Where(s => s.Points != s.Maximum))
            yield return Finding(run, "solution-loses-points", score.CriterionId, isHint: false,
                new(
                    $"The worked solution earns {score.Points} of {score.Maximum} in {score.CriterionId}: {score.Rationale.English}",
                    $"Die Musterlösung erhält in {score.CriterionId} {German(score.Points)} von {German(score.Maximum)}: "
                        + score.Rationale.German),
                new("Add the solution's own words to the phrases of the best level, or say it in the solution.",
                    "Fügen Sie die Wörter der Musterlösung den Formulierungen der besten Stufe hinzu, oder "
                        + "sagen Sie es in der Musterlösung."));
    }

    private IEnumerable<RehearsalFinding> Example(RehearsalRun run)
    {
        var (criterion, example) = (run.Rehearsed.Criterion!, run.Rehearsed);
        var (score, expected) = (run.ScoreOf(criterion.Id), example.Expected[criterion.Id]);
        var claim = HighestClaim(criterion, example.Answer);
        if (score.Points != expected)
        {
            yield return Finding(run, "example-differs", criterion.Id, isHint: false, Differs(criterion, score, expected, claim),
                new("Change the phrases, or the example's points.", "Ändern Sie die Formulierungen oder die Punkte des Beispiels."));
        }
        else if (claim is { } higher && higher.Level!.Points > expected)
        {
            yield return Finding(run, "example-claimed-twice", criterion.Id, isHint: true,
                new(
                    $"An example for {expected} points of {criterion.Id} is also claimed by the level of {higher.Level.Points}, "
                        + $"'{higher.Phrase.Source}' in line {LineOf(criterion, higher)}.",
                    $"Ein Beispiel für {German(expected)} Punkte von {criterion.Id} wird auch von der Stufe mit "
                        + $"{German(higher.Level.Points)} beansprucht, „{higher.Phrase.Source}“ in Zeile {LineOf(criterion, higher)}."),
                new("Narrow that phrase by '+' or '-', so that nothing else has to keep the example from it.",
                    "Engen Sie diese Formulierung durch „+“ oder „-“ ein, sodass nichts anderes das Beispiel von ihr fernhalten muss."));
        }
    }

    private static IEnumerable<RehearsalFinding> MustEarnNothing(RehearsalRun run) => run.Scores
        .Where(score => score.Points != Points.Zero)
        .Select(score => Finding(run, "nothing-earns-points", score.CriterionId, isHint: false,
            new(
                $"{Sentence(run.Rehearsed.Name.English)} earns {score.Points} in {score.CriterionId}"
                    + $"{(score.NeedsReview ? " as a suggestion" : "")}: {score.Rationale.English}",
                $"{Sentence(run.Rehearsed.Name.German)} erhält in {score.CriterionId} {German(score.Points)}"
                    + $"{(score.NeedsReview ? " als Vorschlag" : "")}: {score.Rationale.German}"),
            new("Narrow the phrase that finds it.", "Engen Sie die Formulierung ein, die es findet.")));

    private static IEnumerable<RehearsalFinding> Mutant(RehearsalRun run)
    {
        var (question, name) = (run.Rehearsed.Question, run.Rehearsed.Name);
        if (run.Scores.All(s => !s.NeedsReview && s.Points == s.Maximum))
        {
            yield return Finding(run, "mutant-earns-all", question.Id, isHint: false,
                new(
                    $"With {name.English} question {question.Id} earns all points without review.",
                    $"Mit {name.German} erhält Frage {question.Id} ohne Durchsicht alle Punkte."),
                new("Write it as a mistake with its points, or judge the step by a criterion of its own.",
                    "Schreiben Sie ihn als Fehler mit seinen Punkten, oder beurteilen Sie den Schritt durch ein eigenes Kriterium."));
            yield break;
        }

        if (run.Rehearsed.Criterion is not { } judged || run.ScoreOf(judged.Id) is not { NeedsReview: false } score)
            yield break;
        if (score.Points == score.Maximum)
            yield return Finding(run, "mutant-earns-points", judged.Id, isHint: false,
                new(
                    $"With {name.English} {judged.Id} earns {score.Points} without review.",
                    $"Mit {name.German} erhält {judged.Id} ohne Durchsicht {German(score.Points)}."),
                new("Write it as a mistake with its points.", "Schreiben Sie ihn als Fehler mit seinen Punkten."));
        else if (score.Mistake is null)
            yield return Finding(run, "mutant-unnamed", judged.Id, isHint: true,
                new(
                    $"With {name.English} {judged.Id} earns {score.Points}, but the student is not told why.",
                    $"Mit {name.German} erhält {judged.Id} {German(score.Points)}, aber niemand sagt den Studierenden, warum."),
                new("Write it as a mistake with a sentence for the student.",
                    "Schreiben Sie ihn als Fehler mit einem Satz für die Studierenden."));
    }

    private static IEnumerable<RehearsalFinding> MustDecideNothing(RehearsalRun run) => run.Scores
        .Where(score => !score.NeedsReview && score.Points != Points.Zero)
        .Select(score => Finding(run, "nonsense-earns-points", score.CriterionId, isHint: false,
            new(
                $"{Sentence(run.Rehearsed.Name.English)} earns {score.Points} in {score.CriterionId} without review.",
                $"{Sentence(run.Rehearsed.Name.German)} erhält in {score.CriterionId} ohne Durchsicht {German(score.Points)}."),
            new("Let phrases ask for more that belongs together, or for neighbouring words.",
                "Verlangen Sie in den Formulierungen mehr, was zusammengehört, oder benachbarte Wörter.")));

    private static IEnumerable<RehearsalFinding> Graded(RehearsalRun run) =>
        from expected in run.Rehearsed.Expected
        let score = run.ScoreOf(expected.Key)
        where !score.NeedsReview && score.Points != expected.Value
        select Finding(run, "graded-differs", score.CriterionId, isHint: false,
            new(
                $"This answer was given {expected.Value} in {score.CriterionId}, but {score.Points} are decided without a person: "
                    + score.Rationale.English,
                $"Diese Antwort erhielt in {score.CriterionId} {German(expected.Value)}, ohne Menschen entschieden werden aber "
                    + $"{German(score.Points)}: {score.Rationale.German}"),
            new("Change the phrases that decide it, or add it to the examples.",
                "Ändern Sie die Formulierungen, die das entscheiden, oder fügen Sie die Antwort den Beispielen hinzu."));

    private IEnumerable<RehearsalFinding> OfQuestion(Question question)
    {
        var own = runs.Where(r => r.Rehearsed.Question.Id == question.Id).ToList();
        var silent = question.Criteria.Where(c => own.TrueForAll(r => r.ScoreOf(c.Id).Points == Points.Zero)).ToList();
        foreach (var criterion in silent)
            yield return AtCriterion("never-fires", criterion,
                new($"No rehearsed answer earns anything in {criterion.Id}.", $"Keine geprobte Antwort erhält in {criterion.Id} Punkte."),
                new("Add a worked solution and examples; if these earn nothing, mend the phrases.",
                    "Fügen Sie Musterlösung und Beispiele hinzu; wenn auch sie nichts erhalten, bessern Sie die Formulierungen nach."));
        var firing = question.Criteria.Except(silent).ToList();
        for (var i = 0; i < firing.Count; i++)
        {
            var twin = firing.Take(i).FirstOrDefault(other => own.TrueForAll(r => Share(r, other) == Share(r, firing[i])));
            if (twin is not null)
                yield return AtCriterion("fire-together", firing[i],
                    new(
                        $"{twin.Id} and {firing[i].Id} earn the same in all {own.Count} rehearsed answers to question {question.Id}.",
                        $"{twin.Id} und {firing[i].Id} erhalten in allen {own.Count} geprobten Antworten auf "
                            + $"Frage {question.Id} dasselbe."),
                    new("Add an example or graded answer that earns one of them alone; if it earns both, tell their phrases apart.",
                        "Fügen Sie ein Beispiel oder eine bewertete Antwort hinzu, die nur eines davon erfüllt; erhält sie beide, "
                            + "grenzen Sie die Formulierungen voneinander ab."));
        }
    }

    private static decimal Share(RehearsalRun run, Criterion criterion) =>
        run.ScoreOf(criterion.Id).Points.Value / criterion.Maximum.Value;

    // The highest level with points that says it finds its idea in an answer, and by which phrase.
    private static PlacedPhrase? HighestClaim(Criterion criterion, Answer answer)
    {
        var said = SaidPhrases.In(answer);
        return CriterionPhrases.Of(criterion)
            .Where(p => p.Level is { } level && level.Points > Points.Zero && said.Asserts(p.Phrase))
            .MaxBy(p => p.Level!.Points);
    }

    private int LineOf(Criterion criterion, PlacedPhrase phrase) => places.OfCriterion(criterion.Id, phrase.Path).Line;

    private RehearsalFinding AtCriterion(string code, Criterion criterion, LocalizedText message, LocalizedText remedy)
    {
        var place = places.OfCriterion(criterion.Id);
        return new RehearsalFinding(code, false, criterion.Id, new RubricError(fileName, place.Line, place.Column, message, remedy));
    }

    private static RehearsalFinding Finding(
        RehearsalRun run, string code, string subject, bool isHint, LocalizedText message, LocalizedText remedy)
    {
        var place = run.Rehearsed.Place;
        return new RehearsalFinding(code, isHint, subject, new RubricError(place.File, place.Line, place.Column, message, remedy));
    }

    private LocalizedText Differs(Criterion criterion, CriterionScore score, Points expected, PlacedPhrase? claim)
    {
        var text = new LocalizedText(
            $"An example for {expected} points of {criterion.Id} gets {score.Points}, "
                + $"{(score.NeedsReview ? "suggested" : "decided without a person")}: {score.Rationale.English}",
            $"Ein Beispiel für {German(expected)} Punkte von {criterion.Id} erhält {German(score.Points)}, "
                + $"{(score.NeedsReview ? "vorgeschlagen" : "ohne Menschen entschieden")}: {score.Rationale.German}");
        return claim is not { } by ? text : text.Then(new LocalizedText(
            $"It is claimed by the level of {by.Level!.Points}, '{by.Phrase.Source}' in line {LineOf(criterion, by)}.",
            $"Es wird von der Stufe mit {German(by.Level.Points)} beansprucht, „{by.Phrase.Source}“ in Zeile {LineOf(criterion, by)}."));
    }

    private static string German(Points points) => points.In(Language.German);

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
