using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Review.Pages;
using AutoGrader.Application.Review.Second;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Desk;

/// <summary>The review desk's use cases.</summary>
internal static class ReviewDeskServices
{
    /// <summary>Registers the desk. By hand, because the constructors are internal as their parts are.</summary>
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
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<ReportReadings>(),
            p.GetRequiredService<AnswersInMemory>(), p.GetRequiredService<IOptions<AutoGraderOptions>>()));
        services.TryAddSingleton(p => new ShowCriterion(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<ReviewMembers>()));
        services.TryAddSingleton(p => new DecideReview(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IdGenerator>(), p.GetRequiredService<RightOfWay>()));
        services.TryAddSingleton(p => new UndoDecision(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<RightOfWay>()));
        services.TryAddSingleton(p => new ShowPoints(p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>()));
        services.TryAddSingleton<GivePoints>();
        services.TryAddSingleton(p => new DrawSecondMarks(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IdGenerator>()));
        services.TryAddSingleton(p => new ReadSecondMarks(p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>()));
        services.TryAddSingleton(p => new MarkAgain(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<AuditTrail>(),
            p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SettleSecondMark>();
        services.TryAddSingleton<AnswersInMemory>();
        services.TryAddSingleton(p => new RejudgeQuestion(
            p.GetRequiredService<Database>(), p.GetRequiredService<ReviewBoards>(), p.GetRequiredService<AnswersInMemory>(),
            p.GetRequiredService<AuditTrail>(), p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<IOptions<AutoGraderOptions>>(), p.GetRequiredService<RightOfWay>()));
    }
}
