using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;
using BenchmarkDotNet.Attributes;

namespace AutoGrader.Benchmarks.Grading;

/// <summary>
/// The numeric question of the sheet alone, for one student: reference, carried forward, first divergence, named mistakes. Answers as they
/// were read from real reports.
/// </summary>
[MemoryDiagnoser]
public class NumericQuestionBenchmarks
{
    private const string QuestionId = "3.4";

    private Rubric _rubric = null!;
    private AnswerDocument _document = null!;
    private ScoringModel _model = null!;

    /// <summary>
    /// All right; an entry wrong and carried forward; never scaled and an entry wrong; divided by d_k; softmax; whole-number division; a
    /// given matrix miscopied; many matrices in a notebook.
    /// </summary>
    [Params(
        "Hofstaetter-11863027",
        "Yildiz-Kraemer-1192837",
        "Zhang-12310457",
        "Ramanathan-12210093",
        "Garcia-Ortega-12183390",
        "Oezdemir-12264405",
        "Boateng-12170934",
        "Wang-12333061")]
    public string Report { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var sheet = SheetRubric.Read();
        _rubric = sheet with { Questions = [sheet.Questions.Single(q => q.Id == QuestionId)] };
        _model = ScoringModel.Of(_rubric);
        var pdf = File.ReadAllBytes(TestData.Path("corpus", "pdf", Report + ".pdf"));
        var document = AnswerLocator.Locate(PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content!, sheet);
        _document = document with { Answers = [document.Answers.Single(a => a.QuestionId == QuestionId)] };
    }

    [Benchmark]
    public Assessment Grade() => SubmissionGrader.Grade(_document, _rubric, _model);
}
