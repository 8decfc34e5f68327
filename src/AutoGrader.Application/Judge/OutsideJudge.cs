using System.ClientModel;
using System.ClientModel.Primitives;
using AutoGrader.Core.Grading.Judge;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace AutoGrader.Application.Judge;

/// <summary>Makes the judge of a run, where the settings name one. Makes no connection before the first question.</summary>
internal sealed class OutsideJudge(IOptions<AutoGraderOptions> options, JudgeReplies replies, ILogger<OutsideJudge> logger)
{
    // A service that needs no key still gets the header.
    private const string NoKey = "none";

    /// <summary>The judge with the budget of one run; <c>null</c> where none is set.</summary>
    public IFreeTextJudge? ForRun()
    {
        var judge = options.Value.Judge;
        return judge.IsOn ? new ChatJudge(Connect(judge), judge, replies, logger) : null;
    }

    private static IChatClient Connect(JudgeOptions judge) => new ChatClient(
        judge.Model,
        new ApiKeyCredential(string.IsNullOrWhiteSpace(judge.ApiKey) ? NoKey : judge.ApiKey),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(judge.Endpoint),
            NetworkTimeout = TimeSpan.FromSeconds(judge.TimeoutSeconds),
            RetryPolicy = new ClientRetryPolicy(judge.Retries),
        }).AsIChatClient();
}
