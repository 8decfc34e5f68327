using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Grading;

/// <summary>Inspects, reads, locates and scores one hand-in. Saves nothing but the report's file.</summary>
internal sealed class JudgeHandIn(Database database, ReportReadings readings, TimeProvider clock)
{
    public async Task<Judgement> JudgeAsync(RunContext run, RegisteredHandIn item, CancellationToken cancellationToken)
    {
        var (planned, decisions) = (item.Planned, item.Decisions);
        item.Enter(JobStage.Inspect);
        var inspection = HandInInspector.Inspect(
            run.Plan.Source, planned.HandIn, run.Rubric.Rubric, planned.Rows.Count > 0 ? planned.Rows[0] : null, decisions.Waived);
        var judgement = new Judgement
        {
            Status = Verdict.WithoutReport(inspection.Reasons),
            Reasons = inspection.Pdf is null ? inspection.Reasons : decisions.Standing(inspection.Reasons),
            Uploaded = inspection.Uploaded,
            Surname = inspection.Surname,
            Matriculation = inspection.Matriculation,
            UploadedAt = inspection.UploadedAt,
            Language = run.Language ?? run.DefaultLanguage,
        };
        return inspection.Pdf is { } pdf ? await JudgeReportAsync(run, item, judgement, pdf, cancellationToken) : judgement;
    }

    private async Task<Judgement> JudgeReportAsync(
        RunContext run, RegisteredHandIn item, Judgement judgement, byte[] pdf, CancellationToken cancellationToken)
    {
        var decisions = item.Decisions;
        // The file before any row that names it.
        item.Enter(JobStage.Read);
        var pdfHash = database.Artifacts.Put(pdf);
        var reading = await readings.GetAsync(pdf, pdfHash, run.Limits, cancellationToken);
        item.Enter(JobStage.Score);
        var (document, assessment) = await Bounded.RunAsync(() => Score(run, reading, decisions), clock, cancellationToken);
        if (run.Judge is { } judge && assessment is not null)
            assessment = await new SecondOpinions(judge, run.Rubric.Rubric, PersonalWordsOf(item.Planned, judgement))
                .AddAsync(assessment, document!, cancellationToken);
        if (assessment is not null)
            assessment = EarlierMarks.Compare(assessment, await EarlierAsync(run, item.SubmissionId, cancellationToken));
        IReadOnlyList<Reason> reasons = reading.Reason is { } reason ? decisions.Standing([reason, .. judgement.Reasons])
            : judgement.Reasons;
        return judgement with
        {
            Status = Verdict.OfReport(reasons, assessment),
            Reasons = reasons,
            PdfHash = pdfHash,
            Pdf = pdf,
            Reading = reading,
            Document = document,
            Assessment = assessment,
            Language = run.Language ?? document?.Language ?? run.DefaultLanguage,
        };
    }

    /// <summary>What earlier runs by the same rubric version have decided without a person.</summary>
    private async Task<IReadOnlyDictionary<string, Points>> EarlierAsync(
        RunContext run, Guid submissionId, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var scores = await (
            from assessment in context.Assessments
            where assessment.RubricHash == run.Rubric.Hash && assessment.SubmissionId == submissionId
            from answer in assessment.Answers
            from score in answer.Scores
            select new { score.CriterionId, score.Points, score.NeedsReview, score.Override, score.DecidedBefore })
            .ToListAsync(cancellationToken);
        return scores
            .Select(s => (s.CriterionId, Points: s.DecidedBefore ?? (s.NeedsReview || s.Override is not null ? null : s.Points)))
            .Where(s => s.Points is not null)
            .ToDictionary(s => s.CriterionId, s => s.Points!.Value, StringComparer.Ordinal);
    }

    private static (AnswerDocument? Document, Assessment? Assessment) Score(
        RunContext run, ReportReadings.Reading reading, Decisions decisions)
    {
        var rubric = run.Rubric.Rubric;
        var document = LocatedAnswers.Of(reading.Content, reading.Reason, rubric)
            ?? (decisions.HasPoints ? NothingRead(run, reading.Content) : null);
        if (document is null)
            return (null, null);
        return (document, decisions.Apply(SubmissionGrader.Grade(document, rubric, run.Model)));
    }

    private static PersonalWords PersonalWordsOf(PlannedHandIn planned, Judgement judgement) => new(
        [planned.Name, planned.HandIn.Name, planned.HandIn.ParticipantNumber, judgement.Surname, judgement.Matriculation]);

    private static AnswerDocument NothingRead(RunContext run, ReportContent? content) => new()
    {
        Answers = [.. run.Rubric.Rubric.Questions.Select(
            q => new Answer { QuestionId = q.Id, State = AnswerState.Unreadable, Confidence = 0 })],
        Language = run.Language ?? run.DefaultLanguage,
        Pages = content?.Pages ?? [],
        Remarks = content?.Remarks ?? [],
    };
}
