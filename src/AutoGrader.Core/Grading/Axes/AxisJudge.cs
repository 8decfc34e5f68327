using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Shapes;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>Judges one criterion on the direction of a sum.</summary>
internal sealed class AxisJudge
{
    private const int MostSentences = 100;
    private const int WordsOfABareAnswer = 6;

    private readonly Answer answer;
    private readonly List<Sentence> sentences;
    private readonly AxisCriterion criterion;
    private readonly List<AxisClaim> claims;
    private readonly PhraseHit? instead;

    public AxisJudge(Question question, AxisCriterion criterion, Answer answer, GradingContext context)
    {
        (this.criterion, this.answer) = (criterion, answer);
        var echo = new QuestionEcho(question);
        sentences = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s))];
        var indices = AxisFormulas.IndicesIn(answer.Text);
        var terms = new AxisTerms(question, criterion, StudentSizes.Of(question, answer, context), indices);
        claims = [.. sentences.Take(MostSentences).Where(s => !s.IsQuestion && !s.IsKeywordList).SelectMany(s => AxisClaims.In(s, terms))];
        instead = LevelMatcher.Best(criterion.Instead, [new Passage(sentences, isOneThought: false)]);
    }

    public CriterionScore Judge()
    {
        var score = JudgeClaims();
        var isUnsettled = AnswerRemarks.CorrectsItself(sentences) || sentences.Count > MostSentences;
        return isUnsettled ? score with { Confidence = Math.Min(score.Confidence, AxisConfidence.Unclear) } : score;
    }

    private CriterionScore JudgeClaims()
    {
        if (sentences.Sum(s => s.Words) == 0 || AnswerRemarks.IsRefusal(sentences))
            return Score(false, AxisConfidence.NoAnswer, [], new("There is no answer in words of your own.",
                "Es gibt keine Antwort in eigenen Worten."));
        var said = claims.FindAll(c => !c.IsBare);
        if (said.Count == 0 && sentences.Sum(s => s.Words) <= WordsOfABareAnswer)
            said = claims;
        var asserted = said.FindAll(c => !c.IsDenied && c.Over is not null);
        var sides = asserted.Select(c => c.Over!.Value).Distinct().ToList();
        var expected = criterion.SumsOver == criterion.Columns ? AxisSide.OverColumns : AxisSide.OverRows;
        if (instead is { IsPlain: true } && !sides.Contains(AxisSide.Neither))
            sides.Add(AxisSide.Neither);
        if (sides is not [var side])
            return sides.Count > 1 ? Mixed(expected, asserted) : Unknown(expected, said);
        var isDenied = said.Exists(c => c.IsDenied && c.Over == side);
        var isRight = side == expected;
        var isDoubtful = isDenied || (isRight && asserted.Exists(c => c.IsDoubtful))
            || (instead is { IsPlain: false } && side != AxisSide.Neither);
        var limit = isDoubtful ? AxisConfidence.Unclear
            : asserted.Count > 0 && asserted.TrueForAll(c => c.IsBare) ? AxisConfidence.NamedOnly : 1;
        return Score(isRight, Math.Min(limit, isRight ? AxisConfidence.Said : AxisConfidence.SaidOther), asserted, Of(side, isRight));
    }

    // "Row-wise, so that every column sums to one": the right term explained the other way round earns nothing, but who knows.
    private CriterionScore Mixed(AxisSide expected, List<AxisClaim> asserted) =>
        Score(
            asserted.Count > 0 && asserted[^1].Over == expected && AnswerRemarks.CorrectsItself(sentences),
            AxisConfidence.Unclear,
            asserted,
            new("The answer names more than one direction.", "Die Antwort nennt mehr als eine Richtung."));

    private CriterionScore Unknown(AxisSide expected, List<AxisClaim> said) => Score(
        said.Exists(c => c.IsDenied && c.Over is { } over && over != expected) && !said.Exists(c => c.IsDenied && c.Over == expected),
        AxisConfidence.Unclear, said,
        new("It was not understood which values sum to 1.", "Es ließ sich nicht erkennen, welche Werte sich zu 1 summieren."));

    private static LocalizedText Of(AxisSide side, bool isRight)
    {
        var (english, german) = side switch
        {
            AxisSide.OverColumns => ("every row sums to 1", "jede Zeile summiert sich zu 1"),
            AxisSide.OverRows => ("every column sums to 1", "jede Spalte summiert sich zu 1"),
            _ => ("something else than rows or columns sums to 1", "etwas anderes als Zeilen oder Spalten summiert sich zu 1"),
        };
        return isRight ? new($"Understood as: {english}.", $"Verstanden als: {german}.")
            : new($"Understood as: {english}. That is not the expected direction.",
                $"Verstanden als: {german}. Das ist nicht die erwartete Richtung.");
    }

    private CriterionScore Score(bool isRight, double confidence, IReadOnlyList<AxisClaim> on, LocalizedText rationale) =>
        CriterionScore.Of(criterion, isRight ? criterion.Maximum : Points.Zero, confidence, rationale) with
        {
            Evidence = [.. on.Select(c => c.Sentence).Concat(instead?.Sentences ?? []).Distinct()
                .SelectMany(s => EvidenceFinder.Find(answer.Blocks[s.Block], s.Start, s.Length))],
        };
}
