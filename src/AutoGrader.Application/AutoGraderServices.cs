using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Inspection;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Jobs;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Maintenance;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.People;
using AutoGrader.Application.Remarking;
using AutoGrader.Application.Review;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Application.Runs;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Application.Statistics;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application;

/// <summary>Registers the use cases.</summary>
public static class AutoGraderServices
{
    /// <summary>
    /// Registers all use cases. The host adds a database provider (<c>AddAutoGraderSqlite</c> of the migrations project) and logging,
    /// and binds the options: <c>AddAutoGrader(o => configuration.GetSection(AutoGraderOptions.Section).Bind(o))</c>. Wrong settings are
    /// told by an <see cref="OptionsValidationException"/> when the first use case is asked for.
    /// </summary>
    public static IServiceCollection AddAutoGrader(this IServiceCollection services, Action<AutoGraderOptions> configure)
    {
        services.AddOptions<AutoGraderOptions>().Configure(configure);
        services.TryAddSingleton<IValidateOptions<AutoGraderOptions>, AutoGraderOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(FeedbackPdfEngines.Default);
        services.TryAddSingleton<IPdfWorker, InProcessPdfWorker>();
        AddData(services);
        AddGrading(services);
        AddService(services);
        services.AddReviewDesk();
        services.TryAddSingleton<WriteOutlets>();
        services.TryAddSingleton<ExportAssessments>();
        services.TryAddSingleton<ListSubmissions>();
        services.TryAddSingleton<StandingDecisions>();
        services.TryAddSingleton<WaiveRule>();
        services.TryAddSingleton<ReadStatistics>();
        services.TryAddSingleton<CheckRelease>();
        services.TryAddSingleton(p => new PrepareRelease(
            p.GetRequiredService<Database>(), p.GetRequiredService<OpenRuns>(), p.GetRequiredService<SettleRun>(),
            p.GetRequiredService<WriteOutlets>(), p.GetRequiredService<AuditTrail>(), p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<FindReleases>();
        services.TryAddSingleton<CompareWorksheet>();
        services.TryAddSingleton<PreviewEffect>();
        services.TryAddSingleton<RecentEffects>();
        services.TryAddSingleton<StartRemarking>();
        services.TryAddSingleton<AcceptRemarking>();
        services.TryAddSingleton<UndoRemarking>();
        services.TryAddSingleton<CompareRemarking>();
        services.TryAddSingleton<FindRubric>();
        services.TryAddSingleton<ImportRubric>();
        services.TryAddSingleton<ListRubrics>();
        services.TryAddSingleton<ExportRubric>();
        services.TryAddSingleton<ValidateRubric>();
        services.TryAddSingleton<RehearseRubric>();
        services.AddRubricDrafts();
        AddSelfCheck(services);
        services.TryAddSingleton<InspectReport>();
        services.TryAddSingleton<Forget>();
        services.TryAddSingleton<Doctor>();
        services.TryAddSingleton<InvitePerson>();
        services.TryAddSingleton<AcceptInvitation>();
        services.TryAddSingleton<RemoveMember>();
        services.TryAddSingleton<ApiTokens>();
        return services;
    }

    /// <summary>
    /// Opens students' PDFs in processes of their own, which a hostile file may end. To be called before or after the rest.
    /// </summary>
    public static IServiceCollection AddPdfWorkerProcesses(this IServiceCollection services, PdfWorkerCommand command)
    {
        services.AddSingleton(command);
        services.AddSingleton<IPdfWorker, PdfWorkerPool>();
        // Processes of their own, which give way to nobody.
        services.AddKeyedSingleton<IPdfWorker>(CheckHandIn.Worker, (p, _) => new PdfWorkerPool(
            command, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PdfWorkerPool>>()));
        return services;
    }

    private static void AddSelfCheck(IServiceCollection services)
    {
        services.TryAddSingleton<RightOfWay>();
        services.TryAddKeyedSingleton(CheckHandIn.Worker, (p, _) => p.GetRequiredService<IPdfWorker>());
        services.TryAddSingleton<CheckLane>();
        services.TryAddSingleton<CheckHandIn>();
        services.TryAddSingleton<CheckUpload>();
        services.TryAddSingleton<ICheckedSheets, CheckedSheets>();
    }

    private static void AddData(IServiceCollection services)
    {
        services.TryAddSingleton<IdGenerator>();
        services.TryAddSingleton<Database>();
        services.TryAddSingleton<AuditTrail>();
        services.TryAddSingleton<WorkerIdentity>();
        services.TryAddSingleton<JobLedger>();
        services.TryAddSingleton<WorkerPool>();
        services.TryAddSingleton<JobMeter>();
        services.TryAddSingleton<LedgerSignal>();
        services.TryAddSingleton<IJobPoke>(p => p.GetRequiredService<LedgerSignal>());
        services.TryAddSingleton<PassingFaults>();
    }

    /// <summary>What the service and its workers do beside the command line.</summary>
    private static void AddService(IServiceCollection services)
    {
        services.TryAddSingleton<CreateCourse>();
        services.TryAddSingleton<CreateAssignment>();
        services.TryAddSingleton<ChangeAssignment>();
        services.TryAddSingleton<PinRubric>();
        services.TryAddSingleton<ReceiveUpload>();
        services.TryAddSingleton<ReceiveWorksheet>();
        services.TryAddSingleton<PreviewUpload>();
        services.TryAddSingleton<StartRun>();
        services.TryAddSingleton<CancelRun>();
        services.TryAddSingleton<ResumeRun>();
        services.TryAddSingleton<GradeAgain>();
        services.TryAddSingleton<ReadRunProgress>();
        services.TryAddSingleton<RunningEntries>();
        services.TryAddSingleton<SuspectGate>();
        services.TryAddSingleton<RunFanIn>();
        services.TryAddSingleton<OpenRuns>();
        services.TryAddSingleton<IntakeRun>();
        services.TryAddSingleton<GradeEntry>();
        services.TryAddSingleton<FinishRun>();
        services.TryAddSingleton(p => new WorkOnEntry(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<JobLedger>(),
            p.GetRequiredService<RunningEntries>(),
            p.GetRequiredService<SuspectGate>(),
            p.GetRequiredService<IntakeRun>(),
            p.GetRequiredService<GradeEntry>(),
            p.GetRequiredService<FinishRun>(),
            p.GetRequiredService<RunFanIn>(),
            p.GetRequiredService<ILogger<WorkOnEntry>>()));
        services.TryAddSingleton(p => new LedgerUpkeep(
            p.GetRequiredService<JobLedger>(),
            p.GetRequiredService<RunningEntries>(),
            p.GetRequiredService<RunFanIn>(),
            p.GetRequiredService<IJobPoke>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<LedgerUpkeep>>()));
        services.TryAddSingleton(p => new LedgerWorker(
            p.GetRequiredService<JobLedger>(),
            p.GetRequiredService<LedgerUpkeep>(),
            p.GetRequiredService<WorkOnEntry>(),
            p.GetRequiredService<LedgerSignal>(),
            p.GetRequiredService<IPdfWorker>(),
            p.GetRequiredService<IOptions<AutoGraderOptions>>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<LedgerWorker>>()));
    }

    private static void AddGrading(IServiceCollection services)
    {
        services.TryAddSingleton<ReportReadings>();
        services.TryAddSingleton<RenderFeedback>();
        services.TryAddSingleton<JudgeReplies>();
        services.TryAddSingleton<OutsideJudge>();
        services.TryAddSingleton<JudgeHandIn>();
        services.TryAddSingleton<SaveJudgement>();
        services.TryAddSingleton<GradeSubmission>();
        services.TryAddSingleton<SettleRun>();
        services.TryAddSingleton<StoreDecisions>();
        services.TryAddSingleton<RegisterSubmissions>();
        services.TryAddSingleton<RegisterRun>();
        // Its parts are internal, so its constructor is, and the container only sees public ones.
        services.TryAddSingleton(p => new GradeInput(
            p.GetRequiredService<IOptions<AutoGraderOptions>>(),
            p.GetRequiredService<Database>(),
            p.GetRequiredService<RegisterRun>(),
            p.GetRequiredService<WorkerPool>(),
            p.GetRequiredService<IPdfWorker>(),
            p.GetRequiredService<GradeSubmission>(),
            p.GetRequiredService<SettleRun>(),
            p.GetRequiredService<RenderFeedback>(),
            p.GetRequiredService<WriteOutlets>(),
            p.GetRequiredService<OutsideJudge>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<GradeInput>>()));
    }
}
