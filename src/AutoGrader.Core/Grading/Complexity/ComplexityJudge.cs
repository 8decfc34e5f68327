using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Complexity;

/// <summary>Judges one criterion on growth.</summary>
internal static class ComplexityJudge
{
    // Nobody needs as many to say one thing.
    private const int MostOrders = 30;

    public static ComplexityJudgement Judge(ComplexityCriterion criterion, int subject, AnsweredOrders answered)
    {
        var candidates = CandidatesFor(subject, answered);
        if (candidates.Count == 0)
            return JudgeWords(criterion, subject, answered);
        var judgement = JudgeOrders(criterion, subject, candidates, answered.AlgebraFor(criterion), answered);
        // "k² steps for each of the N pixels": the count is a part of what the words say.
        if (judgement is { Points.HalfPoints: 0, Confidence: <= ComplexityConfidence.Unclear } && !candidates[0].Order.IsLandau
            && LevelMatcher.Match(answered.Text.SentencesOf(subject), criterion.Levels, [])
                is { IsClear: true, Level.Points.HalfPoints: > 0 })
            return JudgeWords(criterion, subject, answered);
        // Without names only what is right for each shows that the order of the question was kept.
        var isGuess = candidates.Exists(c => !c.IsSure) || (answered.Text.IsUnnamedList && !EarnsForEach(answered));
        return Doubt(judgement, criterion, subject, answered, isGuess);
    }

    // What stands in an O goes before bare counts of steps.
    private static List<(Order Order, bool IsSure)> CandidatesFor(int subject, AnsweredOrders answered)
    {
        var said = answered.Text.OrdersOf(subject);
        var landau = said.Where(s => s.Order.IsLandau).ToList();
        return landau.Count > 0 ? landau : [.. said];
    }

    private static bool EarnsForEach(AnsweredOrders answered) => answered.Criteria.Index().All(c =>
        CandidatesFor(c.Index, answered) is { Count: > 0 } candidates
        && JudgeOrders(c.Item, c.Index, candidates, answered.AlgebraFor(c.Item), answered).Points > Points.Zero);

    private static ComplexityJudgement JudgeOrders(
        ComplexityCriterion criterion, int subject, List<(Order Order, bool IsSure)> candidates, GrowthAlgebra algebra,
            AnsweredOrders answered)
    {
        if (candidates.Count > MostOrders)
        {
            return new ComplexityJudgement(Points.Zero, ComplexityConfidence.Unclear, new(
                "So many orders are given that a person must choose.",
                "Es sind so viele Ordnungen angegeben, dass eine Person auswählen muss."));
        }
        var read = candidates.ConvertAll(c => Reading.Of(c.Order, algebra, answered));
        var distinct = Distinct(read, algebra);
        var chosen = distinct.Count == 1 ? distinct[0] : Final(read, algebra);
        if (chosen is null)
        {
            // "O(Nk²), i.e. O(N) for constant k": whichever is meant, the points are the same.
            var judged = distinct.ConvertAll(reading => JudgeOne(criterion, subject, reading, algebra, answered));
            if (judged.TrueForAll(j => j.Points == judged[0].Points))
            {
                var least = judged.MinBy(j => j.Confidence)!;
                return least with
                {
                    Confidence = Math.Min(least.Confidence, ComplexityConfidence.Inferred),
                    Orders = [.. candidates.Select(c => c.Order)],
                };
            }
            return new ComplexityJudgement(Points.Zero, ComplexityConfidence.Unclear, new(
                $"Different orders are given: {Names(distinct)}.", $"Es sind verschiedene Ordnungen angegeben: {Names(distinct)}."))
            {
                Orders = [.. candidates.Select(c => c.Order)],
            };
        }
        var judgement = JudgeOne(criterion, subject, chosen, algebra, answered) with { Orders = [chosen.Order] };
        return distinct.Count == 1 ? judgement
            : judgement with { Confidence = Math.Min(judgement.Confidence, ComplexityConfidence.Inferred) };
    }

    private static ComplexityJudgement JudgeOne(ComplexityCriterion criterion, int subject, Reading reading, GrowthAlgebra algebra,
        AnsweredOrders answered)
    {
        var isDefinite = reading.Order.IsLandau || reading.Order.IsStated;
        var limit = reading.Order.IsDoubtful || reading.Order.IsPart || !reading.IsUnderstood ? ComplexityConfidence.Unclear
            : reading.IsLiteral && reading.Order.IsLandau ? ComplexityConfidence.Written : ComplexityConfidence.Inferred;
        var level = reading.Terms is [var term]
            ? criterion.Orders.FirstOrDefault(o => algebra.AreEqual(term, GrowthNotation.Order(o.Order)!)) : null;
        if (level is null)
        {
            // A count of steps that is no order of the rubric may be only a part of the whole.
            var sure = isDefinite ? Math.Min(limit, ComplexityConfidence.WrittenOther) : ComplexityConfidence.Unclear;
            return new ComplexityJudgement(Points.Zero, sure,
                new($"The order {reading.Name} is not the expected one.", $"Die Ordnung {reading.Name} ist nicht die erwartete."));
        }
        if (level.Points == Points.Zero)
            limit = isDefinite ? Math.Min(limit, ComplexityConfidence.WrittenOther) : ComplexityConfidence.Unclear;
        var judgement = new ComplexityJudgement(level.Points, limit,
            new($"Read as {reading.Name}. {level.Text.English}", $"Gelesen als {reading.Name}. {level.Text.German}"));
        var isFinal = level.Points == criterion.Maximum || (level.Points == Points.Zero && level.Unless.Count == 0);
        return isFinal ? judgement : WithRemark(judgement, criterion, subject, level, reading, answered);
    }

    // What lifts a lower order to full points, and what may have been meant to.
    private static ComplexityJudgement WithRemark(
        ComplexityJudgement judgement, ComplexityCriterion criterion, int subject, GrowthLevel level, Reading reading,
            AnsweredOrders answered)
    {
        var hit = LevelMatcher.Best(level.Unless,
            [new(answered.Text.SentencesOf(subject), isOneThought: false), new(answered.Sentences, isOneThought: false)]);
        if (hit is { IsPlain: true })
        {
            return judgement with
            {
                Points = criterion.Maximum,
                Confidence = Math.Min(judgement.Confidence, ComplexityConfidence.InWords),
                Rationale = new(
                    $"Read as {reading.Name}, with the remark that makes it complete.",
                    $"Gelesen als {reading.Name}, mit der Bemerkung, die es vollständig macht."),
                Sentences = hit.Sentences,
            };
        }
        var unused = GrowthNotation.Order(criterion.Orders[0].Order)!.Over(GrowthNotation.Order(level.Order)!).Exponents.Keys;
        return hit is not null || unused.Any(symbol => answered.Mentions(symbol, [reading.Order]))
            ? judgement with { Confidence = Math.Min(judgement.Confidence, ComplexityConfidence.Unclear) }
            : judgement;
    }

    // Words may say more, or the opposite; then a person decides.
    private static ComplexityJudgement Doubt(ComplexityJudgement judgement, ComplexityCriterion criterion, int subject,
        AnsweredOrders answered, bool isGuess)
    {
        var match = LevelMatcher.Match(answered.Text.SentencesOf(subject), criterion.Levels, []);
        var isOpposed = match.Level is { } level
            && (level.Points > judgement.Points || (level.Points == Points.Zero && judgement.Points > Points.Zero));
        return isGuess || isOpposed || answered.Text.HasStray
            ? judgement with { Confidence = Math.Min(judgement.Confidence, ComplexityConfidence.Unclear) }
            : judgement;
    }

    private static ComplexityJudgement JudgeWords(ComplexityCriterion criterion, int subject, AnsweredOrders answered)
    {
        var match = LevelMatcher.Match(answered.Text.SentencesOf(subject), criterion.Levels, []);
        if ((match.Level ?? match.DoubtfulLevel) is { } level)
        {
            return new ComplexityJudgement(level.Points, match.IsClear && !answered.Text.HasStray ? ComplexityConfidence.InWords
                : ComplexityConfidence.Unclear, level.Text)
            {
                Sentences = (match.Hit ?? match.DoubtfulHit)!.Sentences,
            };
        }
        return new ComplexityJudgement(Points.Zero, ComplexityConfidence.Unclear,
            new("No order of growth was found here.", "Hier wurde keine Ordnung des Wachstums gefunden."));
    }

    private static List<Reading> Distinct(List<Reading> read, GrowthAlgebra algebra)
    {
        var distinct = new List<Reading>();
        foreach (var reading in read)
            if (!distinct.Exists(other => other.Equals(reading, algebra)))
                distinct.Add(reading);
        return distinct;
    }

    // "N² scores of length d each, so O(N²d)": the whole, where exactly one order is said to be it, or all others are parts.
    private static Reading? Final(List<Reading> read, GrowthAlgebra algebra)
    {
        var totals = Distinct(read.FindAll(r => r.Order.IsTotal && !r.Order.IsPart), algebra);
        var wholes = Distinct(read.FindAll(r => !r.Order.IsPart), algebra);
        return totals.Count == 1 ? totals[0] : wholes.Count == 1 ? wholes[0] : null;
    }

    private static string Names(IEnumerable<Reading> readings) => string.Join(", ", readings.Select(r => r.Name));

    private sealed record Reading(Order Order, IReadOnlyList<GrowthTerm> Terms, bool IsUnderstood, bool IsLiteral)
    {
        public string Name => $"O({(Terms.Count == 0 ? "?" : string.Join(" + ", Terms))})";

        public static Reading Of(Order order, GrowthAlgebra algebra, AnsweredOrders answered)
        {
            var renamed = order.Terms.Select(term => Rename(term, algebra, answered)).ToList();
            var terms = algebra.Dominating(renamed);
            return new Reading(order, terms, terms.Count > 0 && terms.All(algebra.Understands), order.Terms.SequenceEqual(renamed));
        }

        public bool Equals(Reading other, GrowthAlgebra algebra) =>
            Terms.Count == other.Terms.Count && Terms.All(term => other.Terms.Any(o => algebra.AreEqual(term, o)));

        private static GrowthTerm Rename(GrowthTerm term, GrowthAlgebra algebra, AnsweredOrders answered)
        {
            var strangers = term.Exponents.Where(e => !algebra.IsConstant(e.Key) && !algebra.Understands(GrowthTerm.Of(e.Key))).ToList();
            foreach (var (symbol, exponent) in strangers)
                if (answered.MeantBy(symbol) is { } meant)
                    term = term.Without(s => s == symbol).Times(GrowthTerm.Of(meant).Power(exponent));
            return term;
        }
    }
}
