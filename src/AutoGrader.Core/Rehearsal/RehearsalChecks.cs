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
            yield return Finding(run, "no-solution", question, isHint: true, $"Question {question} has no worked solution.",
                "Add 'solution: |' and below it an answer that earns everything.");
            yield break;
        }

        foreach (var score in run.Scores.Where(s => s.Points != s.Maximum))
            yield return Finding(run, "solution-loses-points", score.CriterionId, isHint: false,
                $"The worked solution earns {score.Points} of {score.Maximum} in {score.CriterionId}: {score.Rationale.English}",
                "Add the solution's own words to the phrases of the best level, or say it in the solution.");
    }

    private IEnumerable<RehearsalFinding> Example(RehearsalRun run)
    {
        var (criterion, example) = (run.Rehearsed.Criterion!, run.Rehearsed);
        var (score, expected) = (run.ScoreOf(criterion.Id), example.Expected[criterion.Id]);
        var claim = HighestClaim(criterion, example.Answer);
        if (score.Points != expected)
        {
            var how = score.NeedsReview ? "suggested" : "decided without a person";
            var claimed = claim is { } by ? $" It is claimed by the level of {by.Level!.Points}, '{by.Phrase.Source}' "
                + $"in line {LineOf(criterion, by)}." : "";
            yield return Finding(run, "example-differs", criterion.Id, isHint: false,
                $"An example for {expected} points of {criterion.Id} gets {score.Points}, {how}: {score.Rationale.English}{claimed}",
                "Change the phrases, or the example's points.");
        }
        else if (claim is { } higher && higher.Level!.Points > expected)
        {
            yield return Finding(run, "example-claimed-twice", criterion.Id, isHint: true,
                $"An example for {expected} points of {criterion.Id} is also claimed by the level of {higher.Level.Points}, "
                    + $"'{higher.Phrase.Source}' in line {LineOf(criterion, higher)}.",
                "Narrow that phrase by '+' or '-', so that nothing else has to keep the example from it.");
        }
    }

    private static IEnumerable<RehearsalFinding> MustEarnNothing(RehearsalRun run) => run.Scores
        .Where(score => score.Points != Points.Zero)
        .Select(score => Finding(run, "nothing-earns-points", score.CriterionId, isHint: false,
            $"{Sentence(run.Rehearsed.Name)} earns {score.Points} in {score.CriterionId}"
                + $"{(score.NeedsReview ? " as a suggestion" : "")}: {score.Rationale.English}",
            "Narrow the phrase that finds it."));

    private static IEnumerable<RehearsalFinding> Mutant(RehearsalRun run)
    {
        var question = run.Rehearsed.Question;
        if (run.Scores.All(s => !s.NeedsReview && s.Points == s.Maximum))
        {
            yield return Finding(run, "mutant-earns-all", question.Id, isHint: false,
                $"With {run.Rehearsed.Name} question {question.Id} earns all points without review.",
                "Write it as a mistake with its points, or judge the step by a criterion of its own.");
            yield break;
        }

        if (run.Rehearsed.Criterion is not { } judged || run.ScoreOf(judged.Id) is not { NeedsReview: false } score)
            yield break;
        if (score.Points == score.Maximum)
            yield return Finding(run, "mutant-earns-points", judged.Id, isHint: false,
                $"With {run.Rehearsed.Name} {judged.Id} earns {score.Points} without review.",
                "Write it as a mistake with its points.");
        else if (score.Mistake is null)
            yield return Finding(run, "mutant-unnamed", judged.Id, isHint: true,
                $"With {run.Rehearsed.Name} {judged.Id} earns {score.Points}, but the student is not told why.",
                "Write it as a mistake with a sentence for the student.");
    }

    private static IEnumerable<RehearsalFinding> MustDecideNothing(RehearsalRun run) => run.Scores
        .Where(score => !score.NeedsReview && score.Points != Points.Zero)
        .Select(score => Finding(run, "nonsense-earns-points", score.CriterionId, isHint: false,
            $"{Sentence(run.Rehearsed.Name)} earns {score.Points} in {score.CriterionId} without review.",
            "Let phrases ask for more that belongs together, or for neighbouring words."));

    private static IEnumerable<RehearsalFinding> Graded(RehearsalRun run) =>
        from expected in run.Rehearsed.Expected
        let score = run.ScoreOf(expected.Key)
        where !score.NeedsReview && score.Points != expected.Value
        select Finding(run, "graded-differs", score.CriterionId, isHint: false,
            $"This answer was given {expected.Value} in {score.CriterionId}, but {score.Points} are decided without a person: "
                + score.Rationale.English,
            "Change the phrases that decide it, or add it to the examples.");

    private IEnumerable<RehearsalFinding> OfQuestion(Question question)
    {
        var own = runs.Where(r => r.Rehearsed.Question.Id == question.Id).ToList();
        var silent = question.Criteria.Where(c => own.TrueForAll(r => r.ScoreOf(c.Id).Points == Points.Zero)).ToList();
        foreach (var criterion in silent)
            yield return AtCriterion("never-fires", criterion, $"No rehearsed answer earns anything in {criterion.Id}.",
                "Add a worked solution and examples; if these earn nothing, mend the phrases.");
        var firing = question.Criteria.Except(silent).ToList();
        for (var i = 0; i < firing.Count; i++)
        {
            var twin = firing.Take(i).FirstOrDefault(other => own.TrueForAll(r => Share(r, other) == Share(r, firing[i])));
            if (twin is not null)
                yield return AtCriterion("fire-together", firing[i],
                    $"{twin.Id} and {firing[i].Id} earn the same in all {own.Count} rehearsed answers to question {question.Id}.",
                    "Add an example or graded answer that earns one of them alone; if it earns both, tell their phrases apart.");
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

    private RehearsalFinding AtCriterion(string code, Criterion criterion, string message, string remedy)
    {
        var place = places.OfCriterion(criterion.Id);
        return new RehearsalFinding(code, false, criterion.Id, new RubricError(fileName, place.Line, place.Column, message, remedy));
    }

    private static RehearsalFinding Finding(RehearsalRun run, string code, string subject, bool isHint, string message, string remedy)
    {
        var place = run.Rehearsed.Place;
        return new RehearsalFinding(code, isHint, subject, new RubricError(place.File, place.Line, place.Column, message, remedy));
    }

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
