using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using BenchmarkDotNet.Attributes;

namespace AutoGrader.Benchmarks.Speed;

/// <summary>The stages of grading one report. Read the ratios of the stages; the times are those of one machine on one day.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly Rubric _rubric = SheetRubric.Read();
    private byte[] _pdf = [];
    private ReportContent _content = null!;
    private AnswerDocument _document = null!;

    /// <summary>One report of LaTeX, of a browser and of a notebook.</summary>
    [Params("Hofstaetter-11863027", "Yildiz-Kraemer-1192837", "Wang-12333061")]
    public string Report { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _pdf = File.ReadAllBytes(TestData.Path("corpus", "pdf", Report + ".pdf"));
        _content = Read().Content!;
        _document = Locate();
    }

    [Benchmark(Baseline = true)]
    public PdfReadResult Read() => PdfReportReader.Read(_pdf, new PdfReadLimits(), CancellationToken.None);

    [Benchmark]
    public AnswerDocument Locate() => AnswerLocator.Locate(_content, _rubric);

    [Benchmark]
    public Assessment Grade() => SubmissionGrader.Grade(_document, _rubric);
}
