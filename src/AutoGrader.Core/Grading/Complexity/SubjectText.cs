using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>
/// Cuts an answer by what it speaks of: which order of growth and which words belong to which criterion. A sentence that names nothing goes
/// on about what was named last.
/// </summary>
internal sealed class SubjectText
{
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "for", "of", "in", "with", "by", "is", "für", "bei", "von", "der", "die", "das", "dem", "den", "des", "the", "a", "an", "eine",
        "einer", "einem", "case", "as", "wie", "ist",
        "complexity", "cost", "costs", "komplexität", "laufzeit", "runtime", "im", "fall", "mit", "and", "und", "vs", "versus", "or",
        "oder", "layer", "mechanism", "operation",
    };

    private static readonly HashSet<string> Conjunctions = new(StringComparer.Ordinal) { "and", "und", "vs", "versus", "or", "oder" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "for", "of", "in", "with", "für", "bei", "von",
        "im", "mit" };

    private readonly IReadOnlyList<ReportBlock> blocks;
    private readonly SubjectMentions mentions;
    private readonly List<(int Subject, Order Order, bool IsSure)> attributed = [];
    private readonly List<(int Subject, Sentence Sentence)> segments = [];
    private readonly Dictionary<int, int> columns = [];
    private int? topic;

    private readonly int subjects;

    private SubjectText(IReadOnlyList<ReportBlock> blocks, SubjectMentions mentions, int subjects)
    {
        this.subjects = subjects;
        this.blocks = blocks;
        this.mentions = mentions;
    }

    /// <summary>Whether some order in an O could not be attributed.</summary>
    public bool HasStray { get; private set; }

    /// <summary>
    /// Whether nothing is named and as many orders stand side by side as are asked for: "N² vs Nk²", in the order of the question.
    /// </summary>
    public bool IsUnnamedList { get; private set; }

    public static SubjectText Read(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<Sentence> sentences, SubjectMentions mentions,
        IReadOnlyList<Order> orders, int subjects)
    {
        var text = new SubjectText(blocks, mentions, subjects);
        if (text.ReadUnnamedList(sentences, orders))
            return text;
        foreach (var sentence in sentences)
            text.Read(sentence,
                [.. orders.Where(o => o.Block == sentence.Block && o.Start >= sentence.Start
                && o.Start < sentence.Start + sentence.Length)]);
        return text;
    }

    /// <summary>The orders said of a subject; those whose attribution is a guess are not sure.</summary>
    public IReadOnlyList<(Order Order, bool IsSure)> OrdersOf(int subject) =>
        [.. attributed.Where(a => a.Subject == subject).Select(a => (a.Order, a.IsSure))];

    /// <summary>The sentences, or parts of sentences, that speak of a subject.</summary>
    public IReadOnlyList<Sentence> SentencesOf(int subject) => [.. segments.Where(s => s.Subject == subject).Select(s => s.Sentence)];

    private void Read(Sentence sentence, List<Order> orders)
    {
        var named = mentions.In(sentence);
        if (named.Count == 0)
        {
            ReadUnnamed(sentence, orders);
            return;
        }
        if (blocks[sentence.Block].Kind == BlockKind.Table)
            foreach (var mention in named)
                columns[Column(mention.Start, sentence)] = mention.Subject;
        Cut(sentence, named);
        Attribute(sentence, named, orders);
        topic = named[^1].Subject;
    }

    private bool ReadUnnamedList(IReadOnlyList<Sentence> sentences, IReadOnlyList<Order> orders)
    {
        if (sentences is not [var only] || subjects < 2 || mentions.In(only).Count > 0)
            return false;
        var chains = Chains(only, [.. orders]);
        if (chains.Count != subjects)
            return false;
        attributed.AddRange(chains.SelectMany((chain, subject) => chain.Select(order => (subject, order, true))));
        segments.AddRange(Enumerable.Range(0, subjects).Select(subject => (subject, only)));
        IsUnnamedList = true;
        return true;
    }

    private void ReadUnnamed(Sentence sentence, List<Order> orders)
    {
        var isTable = blocks[sentence.Block].Kind == BlockKind.Table;
        if (!isTable && sentence.Tokens.Any(t => t.Form is "both" or "beide"))
        {
            attributed.AddRange(orders.SelectMany(order => Enumerable.Range(0, subjects).Select(subject => (subject, order, true))));
            segments.AddRange(Enumerable.Range(0, subjects).Select(subject => (subject, sentence)));
            return;
        }
        foreach (var order in orders)
        {
            if (isTable && columns.TryGetValue(Column(order.Start, sentence), out var column))
                attributed.Add((column, order, true));
            else if (topic is { } carried)
                attributed.Add((carried, order, !isTable));
            else
                HasStray |= order.IsLandau;
        }
        if (topic is { } going)
            segments.Add((going, sentence));
    }

    private void Cut(Sentence sentence, IReadOnlyList<SubjectMention> named)
    {
        var start = sentence.Start;
        for (var i = 0; i < named.Count; i++)
        {
            while (i + 1 < named.Count && named[i + 1].Subject == named[i].Subject)
                i++;
            var end = i + 1 < named.Count ? named[i + 1].Start : sentence.Start + sentence.Length;
            segments.Add((named[i].Subject, Part(sentence, start, end)));
            start = end;
        }
    }

    private static Sentence Part(Sentence sentence, int start, int end) => sentence with
    {
        Start = start,
        Length = end - start,
        Text = sentence.Text.Substring(start - sentence.Start, end - start),
        Tokens = [.. sentence.Tokens.Where(t => t.Start >= start && t.Start + t.Length <= end)],
    };

    private void Attribute(Sentence sentence, IReadOnlyList<SubjectMention> named, List<Order> orders)
    {
        var groups = Chains(sentence, orders);
        var isSingle = named.All(m => m.Subject == named[0].Subject);
        var isListed = !isSingle && groups.Count > 0 && named.All(m => m.End <= groups[0][0].Start);
        var isReversed = !isSingle && groups.Count > 1 && groups.Count == named.Count
            && groups.Index().All(g => g.Item[0].Start < named[g.Index].Start)
            && named.SkipLast(1).Index().All(m => m.Item.Start < groups[m.Index + 1][0].Start);
        var served = new HashSet<int>();
        foreach (var (index, group) in groups.Index())
        {
            var (subject, isSure) = isSingle ? (named[0].Subject, true)
                : isReversed ? (named[index].Subject, true)
                : Following(sentence, named, group[^1], groups) is { } following ? (following, true)
                : isListed && groups.Count == named.Count ? (named[index].Subject, true)
                : Preceding(named, group[0], sentence, served);
            served.Add(subject);
            attributed.AddRange(group.Select(order => (subject, order, isSure)));
        }
    }

    // "O(N²) for self-attention": the name behind belongs to the order before it.
    private int? Following(Sentence sentence, IReadOnlyList<SubjectMention> named, Order order, List<List<Order>> groups)
    {
        var next = named.FirstOrDefault(m => m.Start >= order.End);
        if (next is null || groups.Exists(g => g[0].Start > order.Start && g[0].Start < next.Start))
            return null;
        // "O(N²), and for convolution O(Nk²)" begins something new.
        if (blocks[sentence.Block].Text[order.End..next.Start].AsSpan().ContainsAny(',', ';', ':'))
            return null;
        var between = WordsBetween(sentence, order.End, next.Start);
        return between.TrueForAll(word => !Conjunctions.Contains(word)) && between.Count is > 0 and <= 5
            && between.TrueForAll(Links.Contains) && between.Exists(Prepositions.Contains) ? next.Subject : null;
    }

    private (int Subject, bool IsSure) Preceding(IReadOnlyList<SubjectMention> named, Order order, Sentence sentence, HashSet<int> served)
    {
        var index = named.Count(m => m.Start < order.Start) - 1;
        if (index < 0)
            return (named[0].Subject, false);
        if (index == 0 || named[index - 1].Subject == named[index].Subject || served.Contains(named[index - 1].Subject))
            return (named[index].Subject, true);
        // "attention and convolution have O(N²)": of both, or of the last? "Unlike convolution, attention has O(N²)" is clear.
        var between = WordsBetween(sentence, named[index - 1].End, named[index].Start);
        var isContrast = between.Count == 0 && named[index - 1].Start > sentence.Start;
        return (named[index].Subject, isContrast || !between.TrueForAll(Links.Contains));
    }

    // Orders joined by equality signs are one statement.
    private List<List<Order>> Chains(Sentence sentence, List<Order> orders)
    {
        var chains = new List<List<Order>>();
        foreach (var order in orders)
        {
            if (chains.Count > 0
                && blocks[sentence.Block].Text[chains[^1][^1].End..order.Start].Trim(' ', '=', '≈', '∼', '→', '⇒', '$', '∈') is "")
                chains[^1].Add(order);
            else
                chains.Add([order]);
        }
        return chains;
    }

    private List<string> WordsBetween(Sentence sentence, int from, int to) =>
        [.. NotationScanner.Scan(blocks[sentence.Block].Text[from..to], linesEnd: false).Where(t => !t.IsAny("-", "(", ")", ",", "."))
            .Select(t => t.Word)];

    private int Column(int position, Sentence sentence)
    {
        var text = blocks[sentence.Block].Text;
        return text[(text.LastIndexOf('\n', sentence.Start) + 1)..position].Count(c => c == '\t');
    }
}
