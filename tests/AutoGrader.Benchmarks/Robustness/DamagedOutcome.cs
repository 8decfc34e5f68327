using System.Diagnostics;
using AutoGrader.Application.Isolation;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Benchmarks.Robustness;

/// <summary>What became of a damaged report.</summary>
/// <param name="Seed">Names the damage.</param>
/// <param name="Student">Whose report it was.</param>
/// <param name="Damage">What was done to it.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Duration">How long that took.</param>
/// <param name="WronglyDecided">Criteria that would be decided wrongly without a person.</param>
internal sealed record DamagedOutcome(
    int Seed, CorpusStudent Student, string Damage, PdfReadResult Reading, TimeSpan Duration, IReadOnlyList<string> WronglyDecided)
{
    private static readonly ReadingRemarkKind[] Losses =
    [
        ReadingRemarkKind.BrokenPage, ReadingRemarkKind.ImageOnlyPage, ReadingRemarkKind.UnknownLetters, ReadingRemarkKind.LimitReached,
    ];

    /// <summary>In words, for a table.</summary>
    public string Kind => Reading switch
    {
        { Reason: { } reason } => $"not read: {reason.Detail.English}",
        { Content: { } content } when content.Remarks.Any(r => Losses.Contains(r.Kind)) => "read in part, remarked on",
        { Content: not null } => "read",
        _ => "NO REASON",
    };

    public static async Task<DamagedOutcome> OfAsync(int seed, CorpusStudent student, byte[] report, Rubric rubric, IPdfWorker worker)
    {
        var damaged = DamagedReport.Of(report, seed);
        var start = Stopwatch.GetTimestamp();
        var reading = await worker.ReadAsync(damaged.Content, new PdfReadLimits(), CancellationToken.None);
        var duration = Stopwatch.GetElapsedTime(start);
        return new(seed, student, damaged.Damage, reading, duration, WrongIn(reading, student, rubric));
    }

    private static IReadOnlyList<string> WrongIn(PdfReadResult reading, CorpusStudent student, Rubric rubric)
    {
        // With a reason the whole submission goes to a person.
        if (reading is not { Reason: null, Content: { } content })
            return [];
        var assessment = SubmissionGrader.Grade(AnswerLocator.Locate(content, rubric), rubric);
        return
        [
            .. from score in assessment.Questions.SelectMany(q => q.Criteria)
               where student.Truth.TryGetValue(score.CriterionId, out var truth) && !score.NeedsReview && score.Points.Value != truth
               select score.CriterionId,
        ];
    }
}
