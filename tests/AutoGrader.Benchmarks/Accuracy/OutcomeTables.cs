using AutoGrader.Core.Review;
using static AutoGrader.Benchmarks.Accuracy.Figures;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>Prints how far suggested points can be trusted: agreement, calibration, what is decided wrongly.</summary>
internal sealed class OutcomeTables(IReadOnlyList<CriterionOutcome> outcomes, TextWriter output)
{
    private const int WorstShown = 10;
    private const int LongestAnswer = 300;
    private static readonly double[] Bins = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01];

    public void Print()
    {
        PrintPoints("Points by criterion", outcomes.GroupBy(o => o.CriterionId));
        if (outcomes.Any(o => o.Toolchain.Length > 0))
            PrintPoints("Points by toolchain", outcomes.GroupBy(o => o.Toolchain).OrderBy(g => g.Key, StringComparer.Ordinal));
        PrintPoints("Points by language", outcomes.GroupBy(o => o.Language).OrderBy(g => g.Key, StringComparer.Ordinal));
        PrintQuestions();
        PrintCalibration();
        PrintErrors("Silent errors: decided automatically and wrong", outcomes.Where(o => o.IsSilentError));
        PrintErrors(
            $"The {WorstShown} worst mistakes: wrong, surest first",
            outcomes.Where(o => !o.IsExact).OrderByDescending(o => o.IsAutomatic).ThenByDescending(o => o.Confidence).Take(WorstShown));
        PrintMarks();
    }

    private void PrintPoints(string title, IEnumerable<IGrouping<string, CriterionOutcome>> groups)
    {
        var table = new TextTable("", "n", "exact", "mean abs. error", "kappa", "automatic", "silent errors", "share of automatic");
        foreach (var group in groups.Select(g => (g.Key, Outcomes: g.ToList())).Append((Key: "all", Outcomes: [.. outcomes])))
        {
            var agreement = Agreement.Of(group.Outcomes);
            table.Add(
                group.Key, Format(agreement.Count), Percent(agreement.Exact), Format(agreement.MeanAbsoluteError), Format(agreement.Kappa),
                Percent(agreement.Automatic), Format(agreement.SilentErrors),
                Percent(agreement.SilentErrors / Math.Max(1, agreement.Automatic * agreement.Count)));
        }

        table.Print(output, title);
    }

    private void PrintQuestions()
    {
        var table = new TextTable("", "n", "exact", "mean abs. error", "kappa");
        var answers = outcomes.GroupBy(o => (o.QuestionId, o.Student))
            .Select(g => (g.Key.QuestionId, Pair: (Suggested: g.Sum(o => o.Suggested), True: g.Sum(o => o.True))))
            .ToList();
        foreach (var group in answers.GroupBy(a => a.QuestionId).Select(g => (g.Key, g.ToList())).Append(("all", answers)))
        {
            var pairs = group.Item2.ConvertAll(a => a.Pair);
            table.Add(
                group.Item1, Format(pairs.Count), Percent((double)pairs.Count(p => p.Suggested == p.True) / Math.Max(1, pairs.Count)),
                Format((double)pairs.Average(p => Math.Abs(p.Suggested - p.True))), Format(MarkAgreement.QuadraticWeightedKappa(pairs)));
        }

        table.Print(output, "Points by question, every suggestion accepted");
    }

    private void PrintCalibration()
    {
        var table = new TextTable("confidence", "n", "mean confidence", "right", "automatic");
        foreach (var (from, to) in Bins.Zip(Bins.Skip(1)))
        {
            var bin = outcomes.Where(o => o.Confidence >= from && o.Confidence < to).ToList();
            if (bin.Count > 0)
                table.Add(
                    $"{Format(from)} to {Format(Math.Min(1, to))}", Format(bin.Count), Format(bin.Average(o => o.Confidence)),
                    Percent((double)bin.Count(o => o.IsExact) / bin.Count), Format(bin.Count(o => o.IsAutomatic)));
        }

        table.Print(output, "Calibration: how often points of a confidence are right");
    }

    private void PrintErrors(string title, IEnumerable<CriterionOutcome> wrong)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var o in wrong)
        {
            var answer = o.Answer.ReplaceLineEndings(" / ");
            output.WriteLine(
                $"  {o.Student} {o.CriterionId}: {Format(o.Suggested)} for {Format(o.True)}, confidence {Format(o.Confidence)}, "
                + (o.IsAutomatic ? "decided" : "to review"));
            output.WriteLine($"    {o.Rationale}");
            output.WriteLine($"    {(answer.Length > LongestAnswer ? answer[..LongestAnswer] + "…" : answer)}");
        }
    }

    private void PrintMarks()
    {
        var marks = outcomes.GroupBy(o => o.Student).Select(g => (
            Accepted: Math.Abs(g.Sum(o => o.Suggested - o.True)),
            Corrected: Math.Abs(g.Where(o => o.IsAutomatic).Sum(o => o.Suggested - o.True)))).ToList();
        var table = new TextTable("mark of the sheet", "mean abs. error", "exact", "within 1 point");
        Add("all suggestions accepted", m => m.Accepted);
        Add("reviewed criteria corrected", m => m.Corrected);
        table.Print(output, $"Marks of {marks.Count} students");

        void Add(string name, Func<(decimal Accepted, decimal Corrected), decimal> error) => table.Add(
            name,
            Format((double)marks.Select(error).DefaultIfEmpty().Average()),
            Ratio(marks.Count(m => error(m) == 0), marks.Count),
            Ratio(marks.Count(m => error(m) <= 1), marks.Count));
    }
}
