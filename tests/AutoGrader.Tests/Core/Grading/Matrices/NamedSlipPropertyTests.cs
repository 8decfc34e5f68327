using AutoGrader.Core.Computations;
using AutoGrader.Core.Computations.Mutations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using AutoGrader.Tests.Core.Computations.Mutations;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Core.Grading.Matrices.WrittenAnswer;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>Random computations of small whole numbers: every slip of the catalogue is found, and what is right is no slip.</summary>
public sealed class NamedSlipPropertyTests
{
    private const double Near = 1e-3;

    private static readonly Arbitrary<int> Seeds = ArbMap.Default.ArbFor<int>();

    [Fact]
    public void Right_matrices_are_never_called_a_mistake() => Prop.ForAll(Seeds, seed =>
    {
        foreach (var computation in CatalogueSamples.All(new Random(seed)))
        {
            var reference = ReferenceComputation.Evaluate(computation).Matrices!;
            var scores = WrittenAnswer.Grade(CatalogueSamples.Ask(computation), Of(Lines(computation, reference)));

            Assert.All(scores, s => Assert.Equal((null, "full"), (s.Mistake, s.Verdict)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Every_slip_that_changes_two_entries_is_found_and_what_follows_is_carried_forward() => Prop.ForAll(Seeds, seed =>
    {
        foreach (var computation in CatalogueSamples.All(new Random(seed)))
        {
            var plan = ComputationPlan.Of(computation);
            foreach (var step in plan.Steps)
            {
                foreach (var slip in step.Slips)
                {
                    if (slip.Formula!.OnReference is { } value && IsTelling(step, value.Exact) && !IsCopy(computation, value.Exact))
                        AssertNamed(computation, step, slip.Name, value.Exact);
                }
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void A_miscopied_entry_is_found_where_no_other_entry_leads_to_the_same_numbers() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var computation = CatalogueSamples.All(random)[0];
        var plan = ComputationPlan.Of(computation);
        var step = plan.Steps[0];
        var (name, sheet) = random.Next(2) == 0 ? ("Q", computation.Given["Q"]) : ("K", computation.Given["K"]);
        var own = sheet.Clone();
        own[random.Next(sheet.RowCount), random.Next(sheet.ColumnCount)] += random.Next(2) == 0 ? 1 : -2;
        var value = Evaluate(computation, step, name, own);
        if (!IsTelling(step, value) || Alterations(computation, step).Count(other => Same(other, value)) != 1)
            return;

        var score = WrittenAnswer.Grade(
            CatalogueSamples.Ask(computation), Of($"{step.Name} = {SimulatedStudent.Text(value)}"))[0];

        // A slip of the formula or two exchanged lines may lead to the same numbers; then that is the simpler name.
        var isSlip = step.Slips.Any(slip => Same(slip.Formula!.OnReference!.Exact, value));
        if (!isSlip && score.Mistake is not (MutationCatalogue.RowsSwapped or MutationCatalogue.ColumnsSwapped))
            Assert.Equal(MutationCatalogue.GivenMiscopied, score.Mistake);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void AssertNamed(Computation computation, PlannedStep step, string slip, Matrix<double> value)
    {
        var own = ReferenceComputation.Evaluate(computation, new Dictionary<string, Matrix<double>> { [step.Name] = value }).Matrices;
        if (own is null)
            return;
        var question = CatalogueSamples.Ask(computation);
        var scores = WrittenAnswer.Grade(question, Of(Lines(computation, own)));

        // Who by chance arrives at a constant matrix or at a given one is a case for a person.
        var isGuarded = computation.Steps.Any(s => IsConstant(own[s.Name]) || IsCopy(computation, own[s.Name]));
        foreach (var (score, criterion) in scores.Zip(question.Criteria.Cast<MatrixCriterion>()))
        {
            var isAsItShould = criterion.Step == step.Name
                ? score.Mistake?.Split('|').Contains(slip) == true
                : score is { Mistake: null, Verdict: "full" } || (score.NeedsReview && isGuarded);
            Assert.True(
                isAsItShould,
                $"{slip} in {step.Name}, {criterion.Step}: [{score.Mistake}] {score.Rationale.English}\n"
                    + string.Join('\n', computation.Steps.Select(s => s.Formula).Concat(Lines(computation, own))));
        }
    }

    /// <summary>Whether two entries tell a value from the right one, and it is none of those nothing is carried forward from.</summary>
    private static bool IsTelling(PlannedStep step, Matrix<double> value) =>
        step.Reference.Exact.Enumerate().Zip(value.Enumerate(), (right, own) => Math.Abs(right - own)).Count(d => d > Near * 10) >= 2
        && !IsConstant(value);

    private static bool IsConstant(Matrix<double> value) => value.Enumerate().All(x => Math.Abs(x - value[0, 0]) < Near);

    /// <summary>Whether a value is a copy of a given matrix, which is no result.</summary>
    private static bool IsCopy(Computation computation, Matrix<double> value) => computation.Given.Values.Any(
        given => Shape.Of(given) == Shape.Of(value) && Same(given, value)
            || Shape.Of(given.Transpose()) == Shape.Of(value) && Same(given.Transpose(), value));

    private static IEnumerable<Matrix<double>> Alterations(Computation computation, PlannedStep step) =>
        from name in new[] { "Q", "K" }
        from place in MatrixIndexes(computation.Given[name])
        from change in Enumerable.Range(-12, 25).Where(change => change != 0)
        select Evaluate(computation, step, name, Changed(computation.Given[name], place, change));

    private static IEnumerable<(int Row, int Column)> MatrixIndexes(Matrix<double> matrix) =>
        matrix.EnumerateIndexed(Zeros.Include).Select(entry => (entry.Item1, entry.Item2));

    private static Matrix<double> Changed(Matrix<double> matrix, (int Row, int Column) place, int change)
    {
        var own = matrix.Clone();
        own[place.Row, place.Column] += change;
        return own;
    }

    private static Matrix<double> Evaluate(Computation computation, PlannedStep step, string name, Matrix<double> own) =>
        new FormulaEvaluator(new Dictionary<string, Matrix<double>>(computation.Given) { [name] = own }).Evaluate(step.Formula.Root);

    private static bool Same(Matrix<double> first, Matrix<double> second) =>
        first.Enumerate().Zip(second.Enumerate(), (a, b) => Math.Abs(a - b)).All(d => d < Near);

    private static string[] Lines(Computation computation, IReadOnlyDictionary<string, Matrix<double>> values) =>
        [.. computation.Steps.Select(step => $"{step.Name} = {SimulatedStudent.Text(values[step.Name])}")];
}
