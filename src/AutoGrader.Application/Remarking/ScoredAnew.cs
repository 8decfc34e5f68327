using AutoGrader.Application.Grading;
using AutoGrader.Application.Review;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>
/// A submission scored by the version looked at, from its stored reading. What cannot differ from the stored score is taken from there.
/// Pure; takes long.
/// </summary>
/// <param name="Assessment">The scores with people's decisions; <c>null</c> where there is nothing to score.</param>
/// <param name="IsFoundElsewhere">Whether answers were found at other places than before.</param>
internal sealed record ScoredAnew(Assessment? Assessment, bool IsFoundElsewhere)
{
    /// <summary>Scores.</summary>
    /// <param name="former">The stored result.</param>
    /// <param name="reading">The stored reading of its report.</param>
    /// <param name="basis">What changed since it was graded.</param>
    /// <param name="target">The version looked at.</param>
    /// <param name="settings">How it is looked at.</param>
    public static ScoredAnew Of(
        FormerResult former, ReportReadings.Reading reading, EffectBasis basis, EffectTarget target, EffectSettings settings)
    {
        var decisions = Decisions.On(former.Row.Submission!, target.Rubric.Id);
        AnswerDocument? Locate(Rubric rubric) =>
            ScoreReport.Locate(reading.Content, reading.Reason, decisions, rubric, former.Row.Language);
        if (Locate(target.Rubric) is not { } document)
            return new ScoredAnew(null, IsFoundElsewhere: false);
        // Searched for once more only where that tells whether a score can be taken over: it takes a third of the time.
        var isReusable = !settings.ScoresEverything && EffectBasis.IsReproducible(former)
            && !target.Rubric.Questions.All(q => basis.MayChange(q.Id));
        var isFoundElsewhere = isReusable && !basis.IsSameOutline
            && (Locate(basis.Former.Rubric) is not { } there || !EffectBasis.SameAnswers(there, document));
        var scores = former.Scores.ToLookup(s => s.QuestionId, StringComparer.Ordinal);
        var questions = target.Rubric.Questions.Select(question =>
            isReusable && !isFoundElsewhere && !basis.MayChange(question.Id) && TakenOver(question, [.. scores[question.Id]]) is { } known
                ? known
                : WithOpinions(Score(question, document, target), [.. scores[question.Id]], basis, settings));
        return new ScoredAnew(Finish([.. questions], decisions, former), isFoundElsewhere);
    }

    /// <summary>A submission of which every score can be taken over, without its reading; <c>null</c> where one must be scored.</summary>
    public static ScoredAnew? TakenOver(FormerResult former, EffectBasis basis, EffectTarget target, EffectSettings settings)
    {
        if (settings.ScoresEverything || !basis.IsSameOutline || former.Scores.Count == 0 || !EffectBasis.IsReproducible(former))
            return null;
        var scores = former.Scores.ToLookup(s => s.QuestionId, StringComparer.Ordinal);
        var questions = target.Rubric.Questions
            .Select(q => basis.MayChange(q.Id) ? null : TakenOver(q, [.. scores[q.Id]])).ToList();
        return questions.Contains(null) ? null
            : new ScoredAnew(
                Finish([.. questions.OfType<QuestionScore>()], Decisions.On(former.Row.Submission!, target.Rubric.Id), former),
                IsFoundElsewhere: false);
    }

    private static Assessment Finish(IReadOnlyList<QuestionScore> questions, Decisions decisions, FormerResult former) =>
        EarlierMarks.Compare(decisions.Apply(new Assessment { Questions = questions }), former.Earlier);

    private static QuestionScore Score(Question question, AnswerDocument document, EffectTarget target) =>
        SubmissionGrader.Grade(question, document, target.Rubric, target.ModelOf(question));

    /// <summary>The stored scores as the machine gave them; <c>null</c> where they do not tell.</summary>
    private static QuestionScore? TakenOver(Question question, IReadOnlyList<FormerScore> scores) =>
        !scores.All(s => s.IsPlain) || !scores.Select(s => s.CriterionId).SequenceEqual(question.Criteria.Select(c => c.Id))
            ? null
            : new QuestionScore
            {
                QuestionId = question.Id,
                Title = question.Title,
                Answer = "",
                Criteria = [.. scores.Select(s => s.ByMachine())],
            };

    /// <summary>An outside judge says again what it said of an unchanged criterion.</summary>
    private static QuestionScore WithOpinions(
        QuestionScore scored, IReadOnlyList<FormerScore> former, EffectBasis basis, EffectSettings settings) =>
        !settings.HasJudge || basis.Changes.MayChange(scored.QuestionId) ? scored : scored with
        {
            Criteria = [.. scored.Criteria.Select(c => former.FirstOrDefault(f => f.CriterionId == c.CriterionId)?.Opinion is { } opinion
                ? SecondOpinion.Weigh(c, opinion) : c)],
        };
}
