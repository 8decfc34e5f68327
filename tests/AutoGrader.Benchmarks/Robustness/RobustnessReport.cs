using System.Globalization;
using AutoGrader.Application.Isolation;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Cli.Hosting;
using AutoGrader.Core.Rubrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>
/// Gives damaged variants of a corpus to the program's workers and prints what became of them. What is looked for: a variant that holds
/// up or ends the run, one without content or reason, and a mark that damage made wrong and that nobody would look at.
/// </summary>
internal static class RobustnessReport
{
    public static async Task<int> RunAsync(CorpusFolder corpus, Rubric rubric, int count, TextWriter output)
    {
        using var pool = new PdfWorkerPool(PdfWorkerProgram.Command(), TimeProvider.System, NullLogger<PdfWorkerPool>.Instance);
        var reports = corpus.Students.Select(s => (Student: s, Pdf: corpus.ReadPdf(s))).ToList();
        var outcomes = new DamagedOutcome[count];
        await Parallel.ForAsync(0, count, async (seed, _) =>
        {
            // Every report meets every damage.
            var (student, pdf) = reports[seed / 6 % reports.Count];
            outcomes[seed] = await DamagedOutcome.OfAsync(seed, student, pdf, rubric, pool);
        });
        Print(outcomes, output);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Most memory of a worker: {pool.Usage.PeakMemory / (1024 * 1024)} MB, "
                + $"processor time of all: {pool.Usage.ProcessorTime.TotalSeconds:F1} s"));
        return outcomes.Any(o => o.Kind == "NO REASON") ? 1 : 0;
    }

    private static void Print(DamagedOutcome[] outcomes, TextWriter output)
    {
        var damages = outcomes.Select(o => o.Damage).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = new TextTable(["outcome", .. damages, "all"]);
        foreach (var kind in outcomes.GroupBy(o => o.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            table.Add([kind.Key, .. damages.Select(d => Number(kind.Count(o => o.Damage == d))), Number(kind.Count())]);
        table.Add(["all", .. damages.Select(d => Number(outcomes.Count(o => o.Damage == d))), Number(outcomes.Length)]);
        table.Print(output, "Damaged variants");

        var slowest = new TextTable("variant", "damage", "report", "ms", "outcome");
        foreach (var o in outcomes.OrderByDescending(o => o.Duration).Take(5))
            slowest.Add(Number(o.Seed), o.Damage, o.Student.Stem, Number((int)o.Duration.TotalMilliseconds), o.Kind);
        slowest.Print(output, "Slowest");

        var wrong = new TextTable("variant", "damage", "report", "toolchain", "criteria", "outcome");
        foreach (var o in outcomes.Where(o => o.WronglyDecided.Count > 0))
            wrong.Add(Number(o.Seed), o.Damage, o.Student.Stem, o.Student.Toolchain, string.Join(' ', o.WronglyDecided), o.Kind);
        wrong.Print(output, "Decided without a person, and wrong");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
