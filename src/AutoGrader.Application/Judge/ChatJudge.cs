using System.Globalization;
using System.Text.Json;
using AutoGrader.Core.Grading.Judge;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AutoGrader.Application.Judge;

/// <summary>Asks a chat model, within the time and the number of calls that one run may use. Thread-safe.</summary>
internal sealed class ChatJudge : IFreeTextJudge
{
    // A service that is down would otherwise hold up every answer of the run.
    private const int MostFailures = 3;
    private const int LongestStoredReply = 4001;
    private const int MostTokens = 500;

    private static readonly JsonElement Schema = JsonElement.Parse(JudgePrompt.ReplySchema);

    private readonly IChatClient _client;
    private readonly JudgeOptions _options;
    private readonly JudgeReplies _replies;
    private readonly ILogger _logger;
    private int _calls;
    private int _failures;

    public ChatJudge(IChatClient client, JudgeOptions options, JudgeReplies replies, ILogger logger)
    {
        (_client, _options, _replies, _logger) = (client, options, replies, logger);
        Name = string.Create(CultureInfo.InvariantCulture, $"{options.Model}, prompt {JudgePrompt.Version}");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<JudgeOpinion> AskAsync(JudgeQuestion question, CancellationToken cancellationToken)
    {
        if (question.Answer.Length > JudgeQuestion.LongestAnswer)
            return Without(JudgeOutcome.NotAsked, "The answer is too long.");
        var prompt = JudgePrompt.Of(question);
        var key = prompt.KeyFor(_options.Model);
        if (await _replies.FindAsync(key, cancellationToken) is { } known)
            return JudgeReply.Read(known, question, Name, key);
        if (Volatile.Read(ref _failures) >= MostFailures)
            return Without(JudgeOutcome.Unavailable, "The judge failed too often in this run.");
        if (Interlocked.Increment(ref _calls) > _options.Budget)
            return Without(JudgeOutcome.NotAsked, "The calls of this run are used up.");
        try
        {
            var reply = await CallAsync(prompt, cancellationToken);
            Volatile.Write(ref _failures, 0);
            await _replies.AddAsync(key, Name, prompt, reply, cancellationToken);
            return JudgeReply.Read(reply, question, Name, key);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a foreign service does costs its opinion and nothing else.
            Interlocked.Increment(ref _failures);
            _logger.LogWarning("The outside judge did not answer: {Fault}", Faults.Describe(fault));
            return Without(JudgeOutcome.Unavailable, "The judge did not answer.");
        }
    }

    private async Task<string> CallAsync(JudgePrompt prompt, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        var response = await _client.GetResponseAsync(
            [new ChatMessage(ChatRole.System, prompt.System), new ChatMessage(ChatRole.User, prompt.User)],
            new ChatOptions
            {
                Temperature = 0,
                MaxOutputTokens = MostTokens,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "opinion"),
            },
            timeout.Token);
        return response.Text.Length > LongestStoredReply ? response.Text[..LongestStoredReply] : response.Text;
    }

    private JudgeOpinion Without(JudgeOutcome outcome, string remark) => new() { Outcome = outcome, Judge = Name, Remark = remark };
}
