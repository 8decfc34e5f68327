using AutoGrader.Application.Data;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;

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
        var decided = await EarlierScores.DecidedAsync(context, [submissionId], run.Rubric.Hash, cancellationToken);
        return decided.ToDictionary(d => d.CriterionId, d => d.Points, StringComparer.Ordinal);
    }

    private static (AnswerDocument? Document, Assessment? Assessment) Score(
        RunContext run, ReportReadings.Reading reading, Decisions decisions)
    {
        var rubric = run.Rubric.Rubric;
        var document = ScoreReport.Locate(
            reading.Content, reading.Reason, decisions, rubric, run.Language ?? run.DefaultLanguage);
        return document is null ? (null, null) : (document, ScoreReport.Score(document, decisions, rubric, run.Model));
    }

    private static PersonalWords PersonalWordsOf(PlannedHandIn planned, Judgement judgement) => new(
        [planned.Name, planned.HandIn.Name, planned.HandIn.ParticipantNumber, judgement.Surname, judgement.Matriculation]);
}
