using System.Diagnostics;
using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Remarking;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Rubrics;
using AutoGrader.Cli.Hosting;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Benchmarks.Review;

/// <summary>
/// How long it takes to say what a changed rubric would change: one criterion, one matrix question, and all of them, on what was graded
/// last in a data directory, or on so many hand-ins graded first.
/// </summary>
internal static class EffectReport
{
    private const string Actor = "benchmark";

    public static async Task RunAsync(string data, TextWriter output)
    {
        await using var services = CommandServices.Create(data);
        var run = (await services.GetRequiredService<FindGradedInput>().ExecuteAsync(null, null)).RunId;
        var (rubric, answers) = await GradedByAsync(services, run);
        var questions = rubric.Rubric.Questions;
        var preview = services.GetRequiredService<PreviewEffect>();
        (string What, Func<Question, bool> Changed)[] drafts =
        [
            ("nothing", _ => false),
            ($"question {questions[0].Id}", q => q == questions[0]),
            ("the questions with matrices", q => q.IsNumeric),
            ("every criterion", _ => true),
        ];
        foreach (var (what, changed) in drafts)
        {
            var draft = Changed(rubric, changed);
            var process = Process.GetCurrentProcess().TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            var effect = await preview.ExecuteAsync(new EffectRequest { Rubric = draft, Answers = answers, Runs = [run] });
            var elapsed = Stopwatch.GetElapsedTime(start);
            using var after = Process.GetCurrentProcess();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what} changed: {effect.Submissions.Count} submissions, {effect.Moved} move, {effect.NotComputed} not computed: "
                    + $"{elapsed.TotalSeconds:0.0} s, {(after.TotalProcessorTime - process).TotalSeconds:0.0} s of processor time, "
                    + $"{after.PeakWorkingSet64 / 1_000_000} MB at most"));
        }
    }

    /// <summary>Grades enlarged hand-ins of the development export into a data directory of its own first.</summary>
    public static async Task RunAsync(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("effect-");
        try
        {
            var (export, data) = (Path.Combine(folder.FullName, "export.zip"), Path.Combine(folder.FullName, "data"));
            EnlargedExport.Write(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"), count, export);
            await using (var services = CommandServices.Create(data))
            {
                await services.GetRequiredService<GradeInput>()
                    .ExecuteAsync(new GradeRequest { InputPath = export, Rubric = SheetRubric.Version(), Actor = Actor });
            }
            await RunAsync(data, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(RubricVersion Rubric, GradedAnswerSet Answers)> GradedByAsync(IServiceProvider services, Guid run)
    {
        await using var context = await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        var hash = context.Runs.Single(r => r.Id == run).RubricHash;
        var row = context.Rubrics.Single(r => r.Hash == hash);
        var version = row.ToVersion();
        return (version, await context.AnswersOfAsync(courseId: null, row, version.Rubric, CancellationToken.None));
    }

    /// <summary>The same rubric with other words in the criteria of some questions: each of them has to be scored anew.</summary>
    private static RubricVersion Changed(RubricVersion version, Func<Question, bool> changed)
    {
        var text = version.Rubric.Questions.Where(changed).SelectMany(q => q.Criteria).Aggregate(
            version.Source, (source, criterion) => Reworded(source, criterion));
        var read = RubricReader.Read(text, "changed.yaml");
        return read.Version ?? throw new InvalidOperationException(string.Join('\n', read.Errors));
    }

    private static string Reworded(string source, Criterion criterion)
    {
        var place = source.IndexOf($"- id: {criterion.Id}\n", StringComparison.Ordinal);
        var german = criterion.Text.German;
        var words = source.IndexOf(german, place, StringComparison.Ordinal);
        return source.Insert(words + german.Length - 1, " (neu)");
    }
}
