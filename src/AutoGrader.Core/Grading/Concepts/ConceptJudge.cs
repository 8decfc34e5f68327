using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Weighs what an answer says against the levels of the concept criteria of its question.</summary>
internal sealed class ConceptJudge
{
    private const int WordsThatExplainNothing = 7;
    private const int WordsWithoutIdea = 3;
    private const int WordsOfAnItem = 45;

    private readonly IReadOnlyList<Sentence> _own;
    private readonly IReadOnlyList<IReadOnlyList<Sentence>> _counted;
    private readonly IReadOnlyList<Sentence> _eligible;
    private readonly IReadOnlyList<Sentence> _surplus;
    private readonly bool _isList;

    /// <summary>Prepares an answer.</summary>
    public ConceptJudge(Question question, Answer answer)
    {
        var echo = new QuestionEcho(question);
        _own = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s))];
        var items = AnswerItems.Of(_own, answer.Blocks);
        _isList = question.ItemsAsked is not null;
        // Items that are not marked cannot be counted: then every sentence may earn the points.
        var asked = question.ItemsAsked is { } n && items.AreMarked ? n : items.Items.Count;
        _counted = [.. items.Items.Take(asked)];
        _eligible = [.. items.Introduction, .. _counted.SelectMany(i => i)];
        _surplus = [.. items.Items.Skip(asked).SelectMany(i => i)];
        CorrectsItself = AnswerRemarks.CorrectsItself(_own);
        RefersElsewhere = AnswerRemarks.RefersElsewhere(_own);
    }

    /// <summary>Whether the student takes something back.</summary>
    public bool CorrectsItself { get; }

    /// <summary>Whether the student refers to another place of the report.</summary>
    public bool RefersElsewhere { get; }

    /// <summary>Judges a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="others">The other concept criteria of the question.</param>
    public ConceptJudgement Judge(ConceptCriterion criterion, IReadOnlyList<ConceptCriterion> others)
    {
        var match = LevelMatcher.Match(_eligible, criterion.Levels, criterion.Contradicts);
        if (match.Contradiction is { } contradiction)
        {
            var isAlone = match.Level is null && match.DoubtfulLevel is null;
            return new ConceptJudgement(Points.Zero, isAlone ? ConceptBasis.OppositeOnly : ConceptBasis.SaidBothWays, null, contradiction);
        }

        if (match.DoubtfulLevel is { } doubtful)
            return Doubtful(match, doubtful);
        if (match.Level is { } level)
            return new ConceptJudgement(level.Points, BasisOf(level, match.Hit!, criterion), level, match.Hit);
        if (LevelMatcher.Match(_surplus, criterion.Levels, []) is { Level: not null } behind)
            return new ConceptJudgement(Points.Zero, ConceptBasis.BehindItemsAsked, null, behind.Hit);
        return new ConceptJudgement(Points.Zero, BasisOfNothing(others));
    }

    // Neighbouring sentences usually belong together; what is denied or asked usually is not meant.
    private static ConceptJudgement Doubtful(LevelMatch match, Level doubtful) =>
        match.DoubtfulHit!.Strength == HitStrength.AcrossSentences || match.Level is null && match.DoubtfulHit.Strength == HitStrength.Scattered
            ? new ConceptJudgement(doubtful.Points, ConceptBasis.DoubtfulLevel, doubtful, match.DoubtfulHit)
            : new ConceptJudgement(match.Level?.Points ?? Points.Zero, ConceptBasis.DoubtfulLevel, match.Level, match.DoubtfulHit);

    private ConceptBasis BasisOf(Level level, PhraseHit hit, ConceptCriterion criterion)
    {
        if (level.Points == criterion.Maximum)
            return ConceptBasis.FullLevel;
        if (level.Points == Points.Zero)
            return _own.Count <= 2 ? ConceptBasis.WorthlessLevel : ConceptBasis.NotFound;
        var around = _isList ? _counted.Where(i => i.Any(hit.Sentences.Contains)).SelectMany(i => i) : _own;
        return around.Sum(s => s.Words) <= WordsThatExplainNothing ? ConceptBasis.NamedOnly : ConceptBasis.LowerLevel;
    }

    private ConceptBasis BasisOfNothing(IReadOnlyList<ConceptCriterion> others)
    {
        if (_own.Sum(s => s.Words) == 0 || AnswerRemarks.IsRefusal(_own))
            return ConceptBasis.NoAnswer;
        if (_own.Sum(s => s.Words) <= WordsWithoutIdea)
            return ConceptBasis.TooShort;
        var isEachOther = _isList && _counted.Count >= 2 && _counted.All(i =>
            i.Sum(s => s.Words) <= WordsOfAnItem && others.Any(o => LevelMatcher.Match(i, o.Levels, []).Level is not null));
        return isEachOther ? ConceptBasis.OtherItems : ConceptBasis.NotFound;
    }
}
