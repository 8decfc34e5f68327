using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Grading;

namespace AutoGrader.Application.Remarking;

/// <summary>Why a criterion changes, in words. Pure.</summary>
internal static class EffectCauses
{
    /// <summary>What changed for a criterion.</summary>
    public sealed record Change(FormerScore? Before, CriterionScore? After, DecisionFate? Fate, string QuestionId, string CriterionId);

    /// <summary>The most telling cause first, and all that hold in words.</summary>
    public static (EffectKind Kind, LocalizedText Text) Of(Change change, EffectBasis basis, FormerResult former, bool isFoundElsewhere)
    {
        var causes = All(change, basis, former, isFoundElsewhere).ToList();
        return causes.Count == 0 ? Otherwise : (causes[0].Kind, causes.Select(c => c.Text).Aggregate((text, next) => text.Then(next)));
    }

    private static (EffectKind Kind, LocalizedText Text) Otherwise { get; } = (EffectKind.Program, new LocalizedText(
        "Scored anew by today's program and settings; what an earlier run had noted does not hold any more.",
        "Neu bewertet mit Programm und Einstellungen von heute; was ein früherer Lauf vermerkt hatte, gilt nicht mehr."));

    private static IEnumerable<(EffectKind Kind, LocalizedText Text)> All(
        Change change, EffectBasis basis, FormerResult former, bool isFoundElsewhere)
    {
        if (change.After is null)
        {
            yield return (EffectKind.Removed, new("The criterion is gone.", "Das Kriterium gibt es nicht mehr."));
            if (change.Before?.Override is not null)
            {
                yield return (EffectKind.Decision, new(
                    "A person's decision goes with it.", "Mit ihm entfällt die Entscheidung einer Person."));
            }
            yield break;
        }
        if (change.Before is null)
        {
            yield return (EffectKind.Added, new("The criterion is new.", "Das Kriterium ist neu."));
            yield break;
        }
        foreach (var cause in OfDecision(change).Concat(OfRubric(change, basis)))
            yield return cause;
        if (isFoundElsewhere)
        {
            yield return (EffectKind.Sheet, new(
                "The answers are searched for by other words and found at other places.",
                "Die Antworten werden mit anderen Wörtern gesucht und an anderen Stellen gefunden."));
        }
        if (basis.IsLearntOtherwise(change.QuestionId))
        {
            yield return (EffectKind.Learning, new(
                "Other graded answers are learnt from than when it was graded.",
                "Es wird aus anderen bewerteten Antworten gelernt als bei der Bewertung."));
        }
        if (former.Row.EngineVersion != SubmissionGrader.EngineVersion)
        {
            yield return (EffectKind.Program, new(
                $"It was graded by version {former.Row.EngineVersion} of the engine; today's is {SubmissionGrader.EngineVersion}.",
                $"Bewertet hatte Version {former.Row.EngineVersion} der Bewertung; heute ist es {SubmissionGrader.EngineVersion}."));
        }
    }

    private static IEnumerable<(EffectKind Kind, LocalizedText Text)> OfDecision(Change change)
    {
        if (change.Fate == DecisionFate.OverMaximum)
        {
            yield return (EffectKind.Decision, new(
                "A person's decision is more than the criterion can earn now: somebody has to decide anew.",
                "Eine Person hatte mehr gegeben, als das Kriterium jetzt einbringen kann: Jemand muss neu entscheiden."));
        }
        else if (change.Fate == DecisionFate.ToConfirm)
        {
            yield return (EffectKind.Decision, new(
                "A person's decision stays, but it was made before the criterion changed: somebody has to confirm it.",
                "Die Entscheidung einer Person bleibt, fiel aber vor der Änderung des Kriteriums: Jemand muss sie bestätigen."));
        }
        else if (change.Fate is null && change.Before!.Override is not null)
        {
            yield return (EffectKind.Decision, new(
                "A person's decision was made under another rubric, or on other files, and is not taken over.",
                "Die Entscheidung einer Person fiel unter einem anderen Schema oder zu anderen Dateien und wird nicht übernommen."));
        }
    }

    private static IEnumerable<(EffectKind Kind, LocalizedText Text)> OfRubric(Change change, EffectBasis basis)
    {
        var (before, after) = (change.Before!, change.After!);
        if (before.Maximum != after.Maximum)
        {
            yield return (EffectKind.Criterion, new(
                $"It earns at most {after.Maximum} points instead of {before.Maximum}.",
                $"Es bringt höchstens {after.Maximum.In(Language.German)} statt {before.Maximum.In(Language.German)} Punkte."));
        }
        if (before.QuestionId != change.QuestionId)
        {
            yield return (EffectKind.Question, new(
                $"It moved from question {before.QuestionId} to {change.QuestionId}.",
                $"Es kam von Frage {before.QuestionId} zu Frage {change.QuestionId}."));
        }
        if (Keys(basis.Changes.OfCriterion(change.QuestionId, change.CriterionId), except: "points") is { } keys)
            yield return (EffectKind.Criterion, new($"The criterion was changed ({keys}).", $"Das Kriterium wurde geändert ({keys})."));
        if (Keys(basis.Changes.OfQuestion(change.QuestionId), except: "points") is { } ofQuestion)
        {
            yield return (EffectKind.Question, new(
                $"The question was changed ({ofQuestion}).", $"Die Frage wurde geändert ({ofQuestion})."));
        }
        if (Keys(basis.Changes.Sheet, except: null) is { } ofSheet)
            yield return (EffectKind.Sheet, new($"The sheet was changed ({ofSheet}).", $"Das Blatt wurde geändert ({ofSheet})."));
    }

    private static string? Keys(IReadOnlyList<string> changed, string? except)
    {
        var keys = changed.Where(k => k != except).ToList();
        return keys.Count == 0 ? null : string.Join(", ", keys);
    }
}
