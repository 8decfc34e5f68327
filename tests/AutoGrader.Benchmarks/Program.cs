using System.Globalization;
using AutoGrader.Benchmarks;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Benchmarks.Attention;
#if BASELINES
using AutoGrader.Benchmarks.Attention.Baselines;
#endif
using AutoGrader.Benchmarks.Grading;
using AutoGrader.Benchmarks.Growth;
using AutoGrader.Benchmarks.Reading;
using AutoGrader.Benchmarks.Recurrent;
#if BASELINES
using AutoGrader.Benchmarks.Recurrent.Baselines;
#endif
using AutoGrader.Benchmarks.Review;
using AutoGrader.Benchmarks.Robustness;
using AutoGrader.Benchmarks.Scoring;
using AutoGrader.Benchmarks.Speed;
using AutoGrader.Testing;
using BenchmarkDotNet.Running;

const string Usage = $"""
    reading [FOLDER] [--worst N]           how much of what was typed is read; FOLDER as tests/Data/corpus, which is the default
    accuracy [FOLDER] [options]            agreement with known marks; FOLDER as tests/Data/corpus, which is the default
    scoring FILE.jsonl [options]           the same for typed answers without reports; keys: question, answer, points, student, language
    calibrate FILE.jsonl ... [options]     the calibration file, from graded answers of students nothing was developed for
                                           options: {ScoringOptions.Usage}
    attention [BenchmarkDotNet arguments]  attention against its plain expression, with -p:Baselines=on also against libtorch
    recurrent [BenchmarkDotNet arguments]  a vanilla RNN forward and back, with -p:Baselines=on also in libtorch
    oracle attention|recurrent             numbers of foreign engines for the tests, frozen in tests/Data/oracles; needs -p:Baselines=on
    robustness [FOLDER] [--count N]        damaged variants of the reports through the program's own workers; default 2000
    cost [FOLDER]                          processor time of a page by toolchain, memory of a worker, and reading's share of grading
    service [COUNT [PROCESSES]]            from the upload of COUNT hand-ins (1000) to all graded, by so many worker processes (1)
    desk DATA [DECISIONS]                  times of the review desk on what was graded last in a data directory, and what decisions settle
    tutors DATA [DECISIONS]                five tutors at the desk over HTTP, so many decisions each (20), on what was graded in a data
                                           directory; where that is empty, 1,000 hand-ins are graded there first
    effect DATA|COUNT                      how long it takes to say what a changed rubric would change: graded in DATA, or COUNT hand-ins
    selfcheck [STUDENTS [HAND-INS]]        how long students wait for a check, alone and while hand-ins are graded; default 50 and 1000
    speed [BenchmarkDotNet arguments]      time and memory of the stages and of a numeric question; --filter *Numeric* for one
    growth                                 time and memory of self-attention and convolution over the number of pixels (question 3.6)
    enlarge SOURCE.zip COUNT TARGET.zip    a Moodle export of COUNT hand-ins made from a small one, and its worksheet beside it
    """;

switch (args)
{
    case ["accuracy", .. var rest] when Split(rest) is ({ Count: <= 1 } folders, { Rubric: not null } options):
        AccuracyReport.Run(CorpusFolder.Open(folders is [var folder] ? folder : TestData.Path("corpus")), options, Console.Out).Print();
        return 0;
    case ["reading", .. var rest] when ReadingArguments.Parse(rest) is { } arguments:
        ReadingReport.Run(CorpusFolder.Open(arguments.Folder), SheetRubric.Read(), Console.Out).Print(arguments.Worst);
        return 0;
    case ["attention", .. var rest]:
        Benchmark(rest, typeof(AttentionBenchmarks), typeof(PlainAttentionBenchmarks));
        return 0;
    case ["recurrent", .. var rest]:
        Benchmark(rest, typeof(RecurrentBenchmarks));
        return 0;
#if BASELINES
    case ["oracle", "attention"]:
        AttentionOracle.Write(Console.Out);
        return 0;
    case ["oracle", "recurrent"]:
        RecurrentOracle.Write(Console.Out);
        TorchOracle.Write(Console.Out);
        return 0;
#endif
    case ["scoring", .. var rest] when Split(rest) is ([var file], { } options):
        ScoringCommand.Run(file, options, Console.Out);
        return 0;
    case ["calibrate", .. var rest] when Split(rest) is ({ Count: > 0 } files, { } options):
        CalibrateCommand.Run(files, options, Console.Out);
        return 0;
    case ["robustness", .. var rest] when RobustnessArguments.Parse(rest) is { } arguments:
        return await RobustnessReport.RunAsync(CorpusFolder.Open(arguments.Folder), SheetRubric.Read(), arguments.Count, Console.Out);
    case ["cost", .. var rest] when rest.Length <= 1:
        await CostReport.RunAsync(CorpusFolder.Open(rest is [var measured] ? measured : TestData.Path("corpus")), Console.Out);
        return 0;
    case ["service", .. var rest] when Numbers(rest) is { Count: <= 2 } numbers:
        await ServiceReport.RunAsync(numbers is [var many, ..] ? many : 1000, numbers is [_, var processes] ? processes : 1, Console.Out);
        return 0;
    case ["desk", var data, .. var rest] when Numbers(rest) is { Count: <= 1 } numbers:
        await DeskReport.RunAsync(data, numbers is [var decisions] ? decisions : 20, Console.Out);
        return 0;
    case ["tutors", var data, .. var rest] when Numbers(rest) is { Count: <= 1 } numbers:
        await TutorsReport.RunAsync(data, numbers is [var each] ? each : 20, Console.Out);
        return 0;
    case ["effect", var number] when Numbers([number]) is [var handIns]:
        await EffectReport.RunAsync(handIns, Console.Out);
        return 0;
    case ["effect", var data]:
        await EffectReport.RunAsync(data, Console.Out);
        return 0;
    case ["selfcheck", .. var rest] when Numbers(rest) is { Count: <= 2 } numbers:
        await SelfCheckReport.RunAsync(numbers is [var some, ..] ? some : 50, numbers is [_, var graded] ? graded : 1000, Console.Out);
        return 0;
    case ["speed", .. var rest]:
        Benchmark(rest, typeof(PipelineBenchmarks), typeof(NumericQuestionBenchmarks));
        return 0;
    case ["growth"]:
        GrowthReport.Run(Console.Out);
        return 0;
    case ["enlarge", var source, var count, var target]
        when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var copies):
        EnlargedExport.Write(source, copies, target);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

static IReadOnlyList<int>? Numbers(string[] arguments)
{
    var numbers = arguments.Select(a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
    return numbers.Contains(0) ? null : numbers;
}

static void Benchmark(string[] arguments, params Type[] types) =>
    BenchmarkSwitcher.FromTypes(types).Run(arguments is [] ? ["--filter", "*"] : arguments);

// Files first, options behind them.
static (IReadOnlyList<string> Files, ScoringOptions? Options) Split(string[] arguments)
{
    var files = arguments.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
    return (files, ScoringOptions.Parse(arguments[files.Length..]));
}
