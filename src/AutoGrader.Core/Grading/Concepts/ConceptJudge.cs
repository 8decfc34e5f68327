using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Concepts;

/// <summary>Weighs what an answer says against the levels of the concept criteria of its question.</summary>
internal sealed class ConceptJudge
{
    private const int WordsThatExplainNothing = 12;
    private const int WordsWithoutIdea = 3;
    private const int MostSentences = 300;

    private readonly IReadOnlyList<ConceptCriterion> _criteria;
    private readonly IReadOnlyList<Sentence> _own;
    private readonly AnswerItems? _items;
    private readonly IReadOnlyList<IReadOnlyList<Passage>>? _topics;
    private readonly List<Passage> _whole;
    private readonly bool _mayNameMoreThanAsked;

    /// <summary>Prepares an answer for all concept criteria of its question.</summary>
    public ConceptJudge(Question question, Answer answer)
        : this(question, [.. question.Criteria.OfType<ConceptCriterion>()], answer)
    {
    }

    /// <summary>Prepares an answer for concept criteria of its question.</summary>
    public ConceptJudge(Question question, IReadOnlyList<ConceptCriterion> criteria, Answer answer)
    {
        var echo = new QuestionEcho(question);
        _criteria = criteria;
        var own = AnswerText.SentencesOf(answer.Blocks).Where(s => !echo.Holds(s)).ToList();
        _own = [.. own.Take(MostSentences)];
        _items = question.ItemsAsked is { } asked ? AnswerItems.Of(_own, answer.Blocks, asked) : null;
        _whole = [new Passage(_own, isOneThought: false)];
        if (criteria.Count > 1 && criteria.All(c => c.About.Count > 0))
            _topics = AnswerTopics.Find(_own, [.. criteria.Select(c => LevelMatcher.Compile(c.About))]);
        if (_items is { AreMarked: false })
            _mayNameMoreThanAsked = AnswerRemarks.AddsItems(_own) || NamedIdeas() > question.ItemsAsked;
        IsUnsettled = own.Count > MostSentences || AnswerRemarks.CorrectsItself(_own);
        RefersElsewhere = AnswerRemarks.RefersElsewhere(_own);
    }

    /// <summary>
    /// Whether the student takes something back, or writes more than is read here: no answer to such a question is that long.
    /// </summary>
    public bool IsUnsettled { get; }

    /// <summary>Whether the student refers to another place of the report.</summary>
    public bool RefersElsewhere { get; }

    /// <summary>Whether there is no word of the student's own, or only the word that there is no answer.</summary>
    public bool SaysNothing => _own.Sum(s => s.Words) == 0 || AnswerRemarks.IsRefusal(_own);

    /// <summary>What the answer says about a criterion: the items that count, the passages on its topic, or everything.</summary>
    public IEnumerable<Sentence> SentencesOn(ConceptCriterion criterion) => PassagesFor(criterion).SelectMany(p => p.Sentences).Distinct();

    /// <summary>Judges a criterion.</summary>
    public ConceptJudgement Judge(ConceptCriterion criterion)
    {
        var passages = PassagesFor(criterion);
        var match = LevelMatcher.Match(passages, criterion.Levels, criterion.Contradicts);
        if (match.Contradiction is { } contradiction)
        {
            var isAlone = match.Level is null && match.DoubtfulLevel is null;
            return new ConceptJudgement(Points.Zero, isAlone ? ConceptBasis.OppositeOnly : ConceptBasis.SaidBothWays, null, contradiction);
        }

        if (match.DoubtfulLevel is { } doubtful)
            return Doubtful(match, doubtful);
        if (match.Level is { } level && level.Points > Points.Zero)
            return new ConceptJudgement(level.Points, BasisOf(level, match.Hit!, criterion, passages), level, match.Hit);
        if (_items is not null && LevelMatcher.Match(_items.Surplus, criterion.Levels, []) is { Level: not null } behind)
        {
            // Where everything that counts is known to be something else, the ruling on surplus items leaves no doubt.
            var basis = SaysOnlyOtherThings(criterion, passages) ? ConceptBasis.OtherThings : ConceptBasis.BehindItemsAsked;
            return new ConceptJudgement(Points.Zero, basis, null, behind.Hit);
        }

        return new ConceptJudgement(Points.Zero, BasisOfNothing(criterion, passages), null, match.Hit);
    }

    private IReadOnlyList<Passage> PassagesFor(ConceptCriterion criterion)
    {
        for (var i = 0; _topics is not null && i < _criteria.Count; i++)
        {
            if (_criteria[i] == criterion)
                return _topics[i];
        }

        return _items?.Counted ?? _whole;
    }

    // Negation is found generously, so what seems denied is more often meant than not; but a plain lower level goes before it.
    private static ConceptJudgement Doubtful(LevelMatch match, Level doubtful)
    {
        var suggested = match.Level is not null && match.DoubtfulHit!.Strength <= HitStrength.Asked ? match.Level : doubtful;
        return new ConceptJudgement(suggested.Points, ConceptBasis.DoubtfulLevel, suggested, match.DoubtfulHit);
    }

    private ConceptBasis BasisOf(Level level, PhraseHit hit, ConceptCriterion criterion, IReadOnlyList<Passage> passages)
    {
        if (_mayNameMoreThanAsked)
            return ConceptBasis.AmongManyItems;
        if (level.Points == criterion.Maximum)
            return ConceptBasis.FullLevel;
        var around = passages.Where(p => p.Sentences.Any(hit.Sentences.Contains)).SelectMany(p => p.Sentences);
        return around.Sum(s => s.Words) <= WordsThatExplainNothing ? ConceptBasis.NamedOnly : ConceptBasis.LowerLevel;
    }

    private ConceptBasis BasisOfNothing(ConceptCriterion criterion, IReadOnlyList<Passage> passages)
    {
        var words = _own.Sum(s => s.Words);
        if (SaysNothing)
            return ConceptBasis.NoAnswer;
        if (words <= WordsWithoutIdea && _items is null)
            return ConceptBasis.TooShort;
        if (criterion.Requires.Count > 0 && LevelMatcher.Best(criterion.Requires, _whole) is null)
            return ConceptBasis.WordsMissing;
        return SaysOnlyOtherThings(criterion, passages) ? ConceptBasis.OtherThings : ConceptBasis.NotFound;
    }

    // How many different things are named, those that are worth nothing included.
    private int NamedIdeas() => _criteria.Sum(c =>
        (LevelMatcher.Match(_whole, [.. c.Levels.Where(l => l.Points > Points.Zero)], []).Level is null ? 0 : 1)
        + (LevelMatcher.Match(_whole, [.. c.Levels.Where(l => l.Points == Points.Zero)], []).Level is null ? 0 : 1));

    // Every part of the answer is known: it is listed as worth nothing, or is what another criterion asks for.
    private bool SaysOnlyOtherThings(ConceptCriterion criterion, IReadOnlyList<Passage> passages)
    {
        var others = _topics is null ? _criteria.Where(c => c != criterion).SelectMany(c => c.Levels) : [];
        var known = others.Concat(criterion.Levels).ToList();
        return passages.SelectMany(UnitsOf).All(unit => LevelMatcher.Match([unit], known, []).Level is not null);
    }

    // An item is about one thing; elsewhere every half of a sentence may be about another.
    private IEnumerable<Passage> UnitsOf(Passage passage) => _items is { AreMarked: true } && passage.IsOneThought
        ? [passage]
        : passage.Sentences.SelectMany(AnswerItems.PartsOf).Select(part => new Passage([part], isOneThought: false));
}
