using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Review.Notes;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Application.Review.Second;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Desk;

/// <summary>The review desk's use cases.</summary>
internal static class ReviewDeskServices
{
    /// <summary>Registers the desk; by hand where constructors are internal as their parts are.</summary>
    public static void AddReviewDesk(this IServiceCollection services)
    {
        services.TryAddSingleton<ReviewBoards>();
        services.TryAddSingleton<FindGradedInput>();
        services.TryAddSingleton(p => new ListReview(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<IOptions<AutoGraderOptions>>()));
        services.TryAddSingleton<ReviewMembers>();
        services.TryAddSingleton(p => new ShowReview(
            p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<ReviewMembers>(), p.GetRequiredService<ListReview>()));
        services.TryAddSingleton<OpenCases>();
        services.TryAddSingleton(p => new OpenReview(
            p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<ReviewMembers>(), p.GetRequiredService<ListReview>(),
            p.GetRequiredService<OpenCases>(), p.GetRequiredService<DrawReport>(), p.GetRequiredService<RightOfWay>()));
        services.TryAddSingleton<DrawReport>();
        services.TryAddSingleton(p => new MarkPages(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReportReadings>(), p.GetRequiredService<AnswersInMemory>(),
            p.GetRequiredService<IOptions<AutoGraderOptions>>()));
        services.TryAddSingleton(p => new ShowCriterion(p.GetRequiredService<Database>(), p.GetRequiredService<ReviewMembers>()));
        services.TryAddSingleton<DecideReview>();
        services.TryAddSingleton<UndoDecision>();
        services.TryAddSingleton<ShowPoints>();
        services.TryAddSingleton<GivePoints>();
        services.TryAddSingleton<ReadNotes>();
        services.TryAddSingleton<WriteNote>();
        services.TryAddSingleton<ChangeNote>();
        services.TryAddSingleton<DeleteNote>();
        services.TryAddSingleton<DrawSecondMarks>();
        services.TryAddSingleton<ReadSecondMarks>();
        services.TryAddSingleton<MarkAgain>();
        services.TryAddSingleton<SettleSecondMark>();
        services.TryAddSingleton<AnswersInMemory>();
        services.TryAddSingleton(p => new RejudgeQuestion(
            p.GetRequiredService<Database>(), p.GetRequiredService<AnswersInMemory>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IOptions<AutoGraderOptions>>(),
            p.GetRequiredService<RightOfWay>()));
        services.TryAddSingleton<RejudgeBehind>();
    }
}
