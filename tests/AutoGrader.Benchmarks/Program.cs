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
using AutoGrader.Benchmarks.Scoring;
using AutoGrader.Benchmarks.Speed;
using AutoGrader.Testing;
using BenchmarkDotNet.Running;

const string Usage = """
    reading [FOLDER] [--worst N]           how much of what was typed is read; FOLDER as tests/Data/corpus, which is the default
    accuracy [FOLDER]                      agreement with known marks; FOLDER as tests/Data/corpus, which is the default
    scoring FILE.jsonl [--rubric FILE]     the same for typed answers without reports; keys: question, answer, points, student, language
    attention [BenchmarkDotNet arguments]  attention against its plain expression, with -p:Baselines=on also against libtorch
    oracle attention                       numbers of ONNX Runtime for the tests, frozen in tests/Data/oracles; needs -p:Baselines=on
    speed [BenchmarkDotNet arguments]      time and memory of the stages and of a numeric question; --filter *Numeric* for one
    growth                                 time and memory of self-attention and convolution over the number of pixels (question 3.6)
    enlarge SOURCE.zip COUNT TARGET.zip    a Moodle export of COUNT hand-ins made from a small one, and its worksheet beside it
    """;

switch (args)
{
    case ["accuracy", .. var rest] when rest.Length <= 1:
        var corpus = CorpusFolder.Open(rest is [var folder] ? folder : TestData.Path("corpus"));
        AccuracyReport.Run(corpus, SheetRubric.Read(), Console.Out).Print();
        return 0;
    case ["reading", .. var rest] when ReadingArguments.Parse(rest) is { } arguments:
        ReadingReport.Run(CorpusFolder.Open(arguments.Folder), SheetRubric.Read(), Console.Out).Print(arguments.Worst);
        return 0;
    case ["scoring", var file, .. var rest]:
        return ScoringCommand.Run(file, rest, Console.Out, Console.Error);
    case ["attention", .. var rest]:
        Benchmark(rest, typeof(AttentionBenchmarks), typeof(PlainAttentionBenchmarks));
        return 0;
#if BASELINES
    case ["oracle", "attention"]:
        AttentionOracle.Write(Console.Out);
        return 0;
#endif
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

static void Benchmark(string[] arguments, params Type[] types) =>
    BenchmarkSwitcher.FromTypes(types).Run(arguments is [] ? ["--filter", "*"] : arguments);
