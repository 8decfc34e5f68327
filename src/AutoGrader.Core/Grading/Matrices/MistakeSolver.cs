using AutoGrader.Core.Computations;
using AutoGrader.Core.Computations.Mutations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Solves for the mistakes that no list can hold, from the student's own numbers: two rows or columns changed places, a given matrix was
/// miscopied. Nothing is named that does not give all entries, or that something else gives as well.
/// </summary>
internal sealed class MistakeSolver(ComputationPlan plan, ChainArithmetic arithmetic, IReadOnlyList<GivenCopy> copies)
{
    /// <summary>Entries of given matrices times entries of the result up to which it is tried.</summary>
    private const int MaximumTrials = 20_000;

    /// <param name="outcome">A shown matrix that is not what it should be.</param>
    /// <param name="earlier">The reading up to that step.</param>
    public IReadOnlyList<Explanation> Solve(StepOutcome outcome, ChainHypothesis earlier)
    {
        if (outcome.Comparison!.Differing == 0 || outcome.NotCarriedOn is not null)
            return [];
        var given = new GivenAlteration(plan, arithmetic, outcome, earlier);
        var copied = copies.Select(copy => FromCopy(copy, given)).OfType<Explanation>().Take(1).ToList();
        if (copied.Count > 0 || outcome.Telling < StepReader.LeastTelling)
            return Named(copied, outcome);
        var swapped = Swapped(outcome).ToList();
        if (swapped.Count > 0)
            return Named(swapped, outcome);
        var altered = given.Reachable.Where(g => g.Shape.Count * outcome.Matrix!.Count <= MaximumTrials).ToList();
        var solved = altered.SelectMany(g => Miscopied(g, given)).Concat(altered.SelectMany(g => SwappedGiven(g, given))).ToList();
        return solved.Count == 1 ? Named(solved, outcome) : [];
    }

    private List<Explanation> Named(IEnumerable<Explanation> explanations, StepOutcome outcome) =>
        [.. explanations.Select(e => e with { Mistake = e.Mistake.As(plan.Computation.RuleFor(e.Mistake.Name, outcome.Step.Name)) })];

    /// <summary>The student's own copy stands in the answer: no guess is needed.</summary>
    private static Explanation? FromCopy(GivenCopy copy, GivenAlteration given)
    {
        var own = copy.Upright();
        var places = MatrixPlaces.Where(own, copy.Given.Value.Exact, (mine, sheet) => !mine.Equals(sheet)).ToList();
        if (places.Count == 0 || !given.Reachable.Contains(copy.Given) || given.With(copy.Given, own) is not { } value)
            return null;
        var (row, column) = places[0];
        var (name, place, stelle) = (copy.Given.Name, $"row {row + 1}, column {column + 1}", $"Zeile {row + 1}, Spalte {column + 1}");
        var (mine, sheet) = (MatrixPlaces.Number(own[row, column]), MatrixPlaces.Number(copy.Given.Value.Exact[row, column]));
        var (more, weitere) = places.Count == 1 ? ("", "") : ($" (and {places.Count - 1} more)", $" (und {places.Count - 1} weitere)");
        return new Explanation(
            new PlannedMistake
            {
                Name = MutationCatalogue.GivenMiscopied,
                Text = new LocalizedText(
                    $"{name} was miscopied: in {place} you have {mine.English} instead of {sheet.English}{more}.",
                    $"{name} ist falsch abgeschrieben: In {stelle} steht {mine.German} statt {sheet.German}{weitere}."),
                OwnGiven = (name, new Expectation(own)),
            },
            value);
    }

    private IEnumerable<Explanation> Swapped(StepOutcome outcome)
    {
        var (expected, matrix) = (outcome.Comparison!.Expected, outcome.Matrix!);
        var wrong = Enumerable.Range(0, matrix.Count).Where(i => outcome.Comparison.Matches[i] == EntryMatch.Wrong).ToList();
        foreach (var (isRow, lines) in new[]
        {
            (true, wrong.Select(i => i / matrix.Shape.Columns).Distinct().Order().ToList()),
            (false, wrong.Select(i => i % matrix.Shape.Columns).Distinct().Order().ToList()),
        })
        {
            if (lines is not [var first, var second])
                continue;
            var value = new Expectation(
                MatrixPlaces.Swap(expected.Exact, isRow, first, second), MatrixPlaces.Swap(expected.AsShown, isRow, first, second));
            if (matrix.Is(value, arithmetic.Tolerance))
                yield return new Explanation(SwapOf("", isRow, first, second), value);
        }
    }

    private static IEnumerable<Explanation> SwappedGiven(GivenValue matrix, GivenAlteration given)
    {
        foreach (var isRow in new[] { true, false })
        {
            var count = isRow ? matrix.Shape.Rows : matrix.Shape.Columns;
            for (var first = 0; first < count; first++)
            {
                for (var second = first + 1; second < count; second++)
                {
                    var own = MatrixPlaces.Swap(matrix.Value.Exact, isRow, first, second);
                    if (!own.Equals(matrix.Value.Exact) && given.With(matrix, own) is { } value)
                        yield return new Explanation(
                            SwapOf(matrix.Name, isRow, first, second) with { OwnGiven = (matrix.Name, new Expectation(own)) }, value);
                }
            }
        }
    }

    private static PlannedMistake SwapOf(string name, bool isRow, int first, int second)
    {
        var (lines, zeilen) = isRow ? ("Rows", "Die Zeilen") : ("Columns", "Die Spalten");
        var (of, von) = name.Length == 0 ? ("", "") : ($" of {name}", $" von {name}");
        return new PlannedMistake
        {
            Name = isRow ? MutationCatalogue.RowsSwapped : MutationCatalogue.ColumnsSwapped,
            Text = new LocalizedText(
                $"{lines} {first + 1} and {second + 1}{of} changed places.",
                $"{zeilen} {first + 1} und {second + 1}{von} sind vertauscht."),
        };
    }

    private static IEnumerable<Explanation> Miscopied(GivenValue matrix, GivenAlteration given)
    {
        for (var row = 0; row < matrix.Shape.Rows; row++)
        {
            for (var column = 0; column < matrix.Shape.Columns; column++)
            {
                if (given.Solve(matrix, row, column) is not { } own || given.With(matrix, own) is not { } value)
                    continue;
                var (mine, sheet) = (MatrixPlaces.Number(own[row, column]), MatrixPlaces.Number(matrix.Value.Exact[row, column]));
                yield return new Explanation(
                    new PlannedMistake
                    {
                        Name = MutationCatalogue.GivenMiscopied,
                        Text = new LocalizedText(
                            $"All entries follow if {matrix.Name} has {mine.English} instead of {sheet.English} in row {row + 1}, "
                                + $"column {column + 1}: it was probably miscopied there.",
                            $"Alle Einträge folgen, wenn in {matrix.Name} in Zeile {row + 1}, Spalte {column + 1} {mine.German} statt "
                                + $"{sheet.German} steht: wahrscheinlich wurde dort falsch abgeschrieben."),
                        OwnGiven = (matrix.Name, new Expectation(own)),
                    },
                    value);
            }
        }
    }
}
