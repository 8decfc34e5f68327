using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>An answer as the judge of growth sees it: what is said of each criterion's subject, and the student's own relations.</summary>
internal sealed class AnsweredOrders
{
    private const int LongestLabel = 3;
    private const int MostRelations = 8;

    private readonly List<IReadOnlyList<NotationToken>> tokens;
    private readonly List<GrowthTerm> studentRelations;

    public AnsweredOrders(Question question, IReadOnlyList<ComplexityCriterion> criteria, Answer answer)
    {
        Criteria = criteria;
        Symbols = GrowthNotation.SymbolsOf(criteria);
        tokens = [.. answer.Blocks.Select(b => GrowthWords.InSigns(
            NotationScanner.Scan(b.Text, b.Kind is BlockKind.Table or BlockKind.Code or BlockKind.Output), Symbols))];
        var echo = new QuestionEcho(question);
        // A heading or label may consist of the question's words and yet say what follows is about.
        Sentences = [.. AnswerText.SentencesOf(answer.Blocks).Where(s => s.Words <= LongestLabel || !echo.Holds(s))];
        var given = criteria.SelectMany(c => c.Relations).Select(GrowthNotation.Relation).OfType<GrowthTerm>().ToList();
        studentRelations = [.. tokens.SelectMany(t => StudentRelations.Find(t, Symbols, given)).Take(MostRelations)];
        var orders = tokens.SelectMany((t, block) => OrderFinder.Find(t, block, Symbols)).ToList();
        Text = SubjectText.Read(answer.Blocks, Sentences, new SubjectMentions(criteria), orders, criteria.Count);
    }

    /// <summary>The criteria; the index of each is that of its subject.</summary>
    public IReadOnlyList<ComplexityCriterion> Criteria { get; }

    public SymbolTable Symbols { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public SubjectText Text { get; }

    public bool CorrectsItself => AnswerRemarks.CorrectsItself(Sentences);

    /// <summary>The algebra of a criterion under its relations and the student's own.</summary>
    public GrowthAlgebra AlgebraFor(ComplexityCriterion criterion) => new(
        Symbols,
        criterion.Constants.Select(GrowthNotation.NormalForm),
        [.. criterion.Relations.Select(GrowthNotation.Relation).OfType<GrowthTerm>(), .. studentRelations]);

    /// <summary>Whether a symbol occurs outside of orders: the student has something to say on it.</summary>
    public bool Mentions(string symbol, IEnumerable<Order> except) => tokens.Index().Any(block => block.Item.Any(t =>
        t.Kind == NotationKind.Name && Symbols.Split(t).Contains(symbol)
            && !except.Any(o => o.Block == block.Index && t.Start >= o.Start && t.Start < o.End)));

    /// <summary>
    /// The symbol of the sheet that an unknown one stands for: the same letter in the other case, unless the student uses it otherwise.
    /// </summary>
    public string? MeantBy(string symbol) =>
        Symbols.InOtherCase(symbol) is { } known
        && !tokens.Exists(t => t.Any(x => x.Kind == NotationKind.Name && x.Text == known) || StudentRelations.IsSide(t, symbol))
        ? known
        : null;
}
