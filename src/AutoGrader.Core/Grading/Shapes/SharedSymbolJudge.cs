using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>
/// Judges a criterion that one size is shared by several matrices: visibly by the same symbol, by an equation, or in words.
/// </summary>
internal static class SharedSymbolJudge
{
    public static ShapeJudgement Judge(ShapesCriterion criterion, string symbol, AnsweredShapes answered)
    {
        var match = answered.Match(criterion);
        var holders = answered.Expected.Where(shape => shape.Value.Rows == symbol || shape.Value.Columns == symbol)
            .Select(shape => shape.Key).ToList();
        var shapes = holders.Select(answered.ShapeOf).OfType<ShapeStatement>().ToList();
        var inWords = match.IsClear && match.Level!.Points == criterion.Maximum;
        if (shapes.Count < holders.Count || shapes.Exists(s => s.IsNumeric) || holders.Exists(answered.Reading.IsContradictory))
            return InWords(criterion, symbol, answered, holders, match);

        var claim = ClaimOf(holders, symbol, shapes, answered);
        var read = ShapeNaming.List(shapes);
        var judgement = claim switch
        {
            EqualityClaim.Plain =>
                new ShapeJudgement(criterion.Maximum, ShapeConfidence.Written,
                new($"The shapes share this size: {read}.", $"Die Formen haben diese Größe gemeinsam: {read}.")),
            _ when inWords => SaidAgainstSymbols(criterion, symbol, holders, shapes, answered, read),
            _ when answered.MayBeTransposed && IsVisible(symbol, holders, shapes, answered) => new ShapeJudgement(
                criterion.Maximum, ShapeConfidence.Unclear,
                new($"The shapes share a symbol, but not in the place where this size stands: {read}.",
                    $"Die Formen haben ein Symbol gemeinsam, aber nicht an der Stelle dieser Größe: {read}.")),
            _ => new ShapeJudgement(Points.Zero, claim == EqualityClaim.None && (match.Hit ?? match.DoubtfulHit) is null
                && !answered.MayBeTransposed ? ShapeConfidence.WrittenWrong : ShapeConfidence.Unclear, new(
                $"The shapes do not share this size: {read}.", $"Die Formen haben diese Größe nicht gemeinsam: {read}.")),
        };
        var isDoubtful = shapes.Exists(s => s.IsLoose) || match.Contradiction is not null
            || (claim != EqualityClaim.Plain && ShapeNaming.DifferInCaseOnly(shapes));
        return judgement with
        {
            Confidence = isDoubtful && !(claim == EqualityClaim.Plain && inWords) ? Math.Min(judgement.Confidence, ShapeConfidence.Unclear)
                : judgement.Confidence,
            Statements = shapes,
            Sentences = inWords ? match.Hit!.Sentences : [],
        };
    }

    // Words say it, the symbols in their places do not. A transposed matrix shows the symbol in its other place.
    private static ShapeJudgement SaidAgainstSymbols(
        ShapesCriterion criterion, string symbol, List<string> holders, List<ShapeStatement> shapes, AnsweredShapes answered, string read)
    {
        var isVisible = IsVisible(symbol, holders, shapes, answered);
        return new ShapeJudgement(criterion.Maximum, isVisible ? ShapeConfidence.InWords : ShapeConfidence.Unclear, new(
            $"The answer says that this size is shared, though the shapes do not show it in its place: {read}.",
            $"Die Antwort sagt, dass diese Größe gemeinsam ist; die Formen zeigen es aber nicht an der richtigen Stelle: {read}."));
    }

    private static bool IsVisible(
        string symbol, List<string> holders, List<ShapeStatement> shapes, AnsweredShapes answered) =>
        holders.Zip(shapes).Select(pair => answered.Expected[pair.First].Rows == symbol ? pair.Second.Rows : pair.Second.Columns)
            .Any(s => shapes.TrueForAll(shape => shape.Rows == s || shape.Columns == s));

    private static ShapeJudgement InWords(
        ShapesCriterion criterion, string symbol, AnsweredShapes answered, List<string> holders, Concepts.LevelMatch match)
    {
        if ((match.Level ?? match.DoubtfulLevel) is { } level)
        {
            return new ShapeJudgement(level.Points, match.IsClear ? ShapeConfidence.InWords : ShapeConfidence.Unclear, level.Text)
            {
                Sentences = (match.Hit ?? match.DoubtfulHit)!.Sentences,
            };
        }
        var isSilent = answered.Reading.IsBlank && match.Contradiction is null
            && !answered.SpeaksOfAgreement(criterion, [.. holders.Where(h => !OtherHolders(symbol, answered).Contains(h))]);
        return new ShapeJudgement(Points.Zero, isSilent ? ShapeConfidence.Silent : ShapeConfidence.Unclear, new(
            $"Nothing was found on what the shapes of {string.Join(" and ", holders)} have in common.",
            $"Es wurde nichts darüber gefunden, was die Formen von {string.Join(" und ", holders)} gemeinsam haben."));
    }

    // The matrices that other shared sizes are said of.
    private static IEnumerable<string> OtherHolders(string symbol, AnsweredShapes answered) => answered.Expected
        .Where(s => answered.Expected.Any(o => o.Key != s.Key && Shared(s.Value, o.Value, symbol)))
        .Select(s => s.Key);

    private static bool Shared(MatrixShape one, MatrixShape other, string except) =>
        new[] { one.Rows, one.Columns }.Intersect([other.Rows, other.Columns]).Any(s => s != except);

    private static EqualityClaim ClaimOf(List<string> holders, string symbol, List<ShapeStatement> shapes, AnsweredShapes answered)
    {
        var sizes = holders.Zip(shapes).SelectMany(pair => Sizes(answered.Expected[pair.First], pair.Second, symbol)).ToList();
        return sizes.Skip(1).Min(size => answered.Reading.Equalities.Between(sizes[0], size));
    }

    private static IEnumerable<string> Sizes(MatrixShape expected, ShapeStatement given, string symbol)
    {
        if (expected.Rows == symbol)
            yield return given.Rows;
        if (expected.Columns == symbol)
            yield return given.Columns;
    }
}
