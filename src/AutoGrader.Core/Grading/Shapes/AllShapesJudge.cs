using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Judges a criterion that asks for the shapes of all matrices.</summary>
internal static class AllShapesJudge
{
    public static ShapeJudgement Judge(ShapesCriterion criterion, Question question, AnsweredShapes answered)
    {
        var matrices = answered.Expected.Keys.ToList();
        var found = matrices.Select(answered.ShapeOf).OfType<ShapeStatement>().ToList();
        if (answered.CompareAll() is not { } verdict)
            return found.Count == 0 && !answered.Reading.HasStray ? JudgeWords(criterion, answered)
                : Incomplete(criterion, answered, matrices, found);
        var judgement = verdict == ShapeVerdict.MoreGeneral ? Separated(criterion, question, answered, found)
            : Of(verdict, criterion, ShapeNaming.List(found));
        var isDoubtful = found.Exists(s => s.IsLoose) || ShapeNaming.DifferInCaseOnly(found) || !answered.HaveOneLead
            || (answered.IsTurned && !answered.SpeaksOfColumns);
        return judgement with
        {
            Confidence = isDoubtful ? Math.Min(judgement.Confidence, ShapeConfidence.Unclear)
            : judgement.Confidence,
            Statements = found
        };
    }

    // One size under two symbols is charged where the question asks for its being shared, and only there.
    private static ShapeJudgement Separated(
        ShapesCriterion criterion, Question question, AnsweredShapes answered, IReadOnlyList<ShapeStatement> found)
    {
        var separated = answered.Separated;
        var isChargedElsewhere = separated.All(size => question.Criteria.OfType<ShapesCriterion>().Any(c => c.Shared == size));
        if (!isChargedElsewhere)
            return Of(ShapeVerdict.MoreGeneral, criterion, ShapeNaming.List(found));
        var read = ShapeNaming.List(found);
        var names = string.Join(", ", separated);
        var isSure = separated.Count == 1 && !answered.SpeaksOfDifference && !answered.DoubtsEquality;
        return new(criterion.Maximum, isSure ? ShapeConfidence.InWords : ShapeConfidence.Unclear, new(
            $"All shapes are given: {read}. That one size ({names}) is shared is judged by itself.",
            $"Alle Formen sind angegeben: {read}. Dass eine Größe ({names}) gemeinsam ist, wird gesondert bewertet."));
    }

    private static ShapeJudgement Of(ShapeVerdict verdict, ShapesCriterion criterion, string read) => verdict switch
    {
        ShapeVerdict.Right =>
            new(criterion.Maximum, ShapeConfidence.Written, new($"All shapes are right: {read}.", $"Alle Formen stimmen: {read}.")),
        ShapeVerdict.AllEqual => new(criterion.AllEqual ?? Points.Zero, ShapeConfidence.Written, new(
            $"All matrices have the same shape ({read}): that is only a special case.",
            $"Alle Matrizen haben dieselbe Form ({read}): Das ist nur ein Spezialfall.")),
        ShapeVerdict.Wrong => new(Points.Zero, ShapeConfidence.WrittenWrong, new(
            $"At least one of the shapes is not right: {read}.", $"Mindestens eine der Formen stimmt nicht: {read}.")),
        ShapeVerdict.Transposed => new(Points.Zero, ShapeConfidence.Unclear, new(
            $"Some of the shapes seem to be transposed: {read}.", $"Einige Formen scheinen transponiert zu sein: {read}.")),
        ShapeVerdict.LessGeneral => new(criterion.AllEqual ?? criterion.Maximum, ShapeConfidence.Unclear, new(
            $"The shapes hold only where some sizes are equal: {read}.",
            $"Die Formen gelten nur, wenn einige Größen gleich sind: {read}.")),
        ShapeVerdict.MoreGeneral => new(Points.Zero, ShapeConfidence.Unclear, new(
            $"Sizes that must be equal carry different symbols: {read}.",
            $"Größen, die gleich sein müssen, tragen verschiedene Symbole: {read}.")),
        _ => new(Points.Zero, ShapeConfidence.Unclear, new(
            $"The shapes were read as {read}, which cannot be compared for certain.",
            $"Die Formen wurden als {read} gelesen; sie lassen sich nicht sicher vergleichen.")),
    };

    // Without any shape only words can earn something; a description of shapes in words of another kind is for a person.
    private static ShapeJudgement JudgeWords(ShapesCriterion criterion, AnsweredShapes answered)
    {
        var match = answered.Match(criterion);
        if ((match.Level ?? match.DoubtfulLevel) is not { } level)
        {
            // Who speaks of the sizes of each may have given them in words of another kind.
            var isSilent = answered.Reading.IsBlank && !answered.SpeaksOfSizesOfAll(answered.Expected.Keys);
            return new ShapeJudgement(Points.Zero, isSilent ? ShapeConfidence.Silent : ShapeConfidence.Unclear, new(
                "No shapes of the matrices were found.", "Es wurden keine Formen der Matrizen gefunden."));
        }
        var isSure = match.IsClear && answered.Reading.IsBlank && !answered.SpeaksOfSizesOfAll(answered.Expected.Keys);
        return new ShapeJudgement(level.Points, isSure ? ShapeConfidence.InWords : ShapeConfidence.Unclear, new(
            $"No shapes of the matrices were found. {level.Text.English}",
            $"Es wurden keine Formen der Matrizen gefunden. {level.Text.German}"))
        {
            Sentences = (match.Hit ?? match.DoubtfulHit)!.Sentences,
        };
    }

    private static ShapeJudgement Incomplete(ShapesCriterion criterion, AnsweredShapes answered, List<string> matrices,
        List<ShapeStatement> found)
    {
        var missing = string.Join(", ", matrices.Where(m => answered.ShapeOf(m) is null));
        var points = answered.Match(criterion) is { IsClear: true, Level: { } level } ? level.Points : Points.Zero;
        return new ShapeJudgement(points, ShapeConfidence.Unclear,
            new($"No shape was found for {missing}.", $"Für {missing} wurde keine Form gefunden."))
        { Statements = found };
    }
}
