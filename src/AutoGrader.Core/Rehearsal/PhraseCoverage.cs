using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rehearsal;

/// <summary>
/// Finds what no rehearsed answer reaches: levels, and phrases within the levels that are reached. Nothing need be wrong with them, but
/// nothing shows that they are right.
/// </summary>
internal sealed class PhraseCoverage(Rubric rubric, RubricPlaces places, string fileName, IReadOnlyList<RehearsalRun> runs)
{
    public IEnumerable<RehearsalFinding> Findings() => rubric.Questions.SelectMany(OfQuestion);

    private IEnumerable<RehearsalFinding> OfQuestion(Question question)
    {
        // A salad is made of the phrases: it would reach all of them.
        var answers = runs
            .Where(r => r.Rehearsed.Question.Id == question.Id && r.Rehearsed.Kind is not RehearsalKind.KeywordSalad)
            .Select(r => SaidPhrases.In(r.Rehearsed.Answer)).ToList();
        return question.Criteria.SelectMany(criterion => OfCriterion(criterion, answers));
    }

    private IEnumerable<RehearsalFinding> OfCriterion(Criterion criterion, List<SaidPhrases> answers)
    {
        var phrases = CriterionPhrases.Of(criterion);
        var dead = phrases.Where(p => !answers.Exists(a => a.Mentions(p.Phrase))).ToHashSet();
        foreach (var (index, level) in LevelsInWords.Of(criterion).Index())
        {
            if (phrases.Where(p => p.Level == level).All(dead.Contains))
            {
                dead.ExceptWith(phrases.Where(p => p.Level == level));
                yield return Hint("level-unreached", criterion, ["levels", index],
                    new(
                        $"No rehearsed answer reaches the level of {level.Points} points of {criterion.Id}.",
                        $"Keine geprobte Antwort erreicht die Stufe mit {level.Points.In(Language.German)} Punkten von {criterion.Id}."),
                    new("Add an example that earns it.", "Fügen Sie ein Beispiel hinzu, das sie erreicht."));
            }
        }

        foreach (var phrase in phrases.Where(dead.Contains))
            yield return Hint("dead-phrase", criterion, phrase.Path,
                new(
                    $"'{phrase.Phrase.Source}' finds nothing in any rehearsed answer to {criterion.Id}.",
                    $"„{phrase.Phrase.Source}“ findet in keiner geprobten Antwort zu {criterion.Id} etwas."),
                new("Add an example that says it, or remove it.",
                    "Fügen Sie ein Beispiel hinzu, das es sagt, oder entfernen Sie die Formulierung."));
    }

    private RehearsalFinding Hint(string code, Criterion criterion, object[] path, LocalizedText message, LocalizedText remedy)
    {
        var (line, column) = places.OfCriterion(criterion.Id, path);
        return new RehearsalFinding(code, true, criterion.Id, new RubricError(fileName, line, column, message, remedy));
    }
}
