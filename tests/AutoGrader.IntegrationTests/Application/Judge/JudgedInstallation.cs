using AutoGrader.Application;
using AutoGrader.Application.Judge;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Rubrics;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.IntegrationTests.Application.Judge;

internal static class JudgedInstallation
{
    /// <summary>An installation with a judge.</summary>
    public static Installation Of(FakeJudgeServer server, Action<JudgeOptions>? change = null) =>
        new(services => services.Configure<AutoGraderOptions>(options =>
        {
            options.Judge.Endpoint = server.Endpoint;
            options.Judge.Model = "fake";
            options.Judge.ApiKey = "secret";
            options.Judge.Retries = 0;
            change?.Invoke(options.Judge);
        }));

    /// <summary>The question on the first criterion of the sheet.</summary>
    public static JudgeQuestion About(string answer)
    {
        var question = Installation.Rubric.Rubric.Questions[0];
        return new JudgeQuestion(question, (ConceptCriterion)question.Criteria[0], answer);
    }

    public static Task<JudgeOpinion> AskAsync(this IFreeTextJudge judge, string answer) =>
        judge.AskAsync(About(answer), TestContext.Current.CancellationToken);

    public static IFreeTextJudge Judge(this Installation installation) => installation.Get<OutsideJudge>().ForRun()!;
}
