using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Judge;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Judge;

/// <summary>What judges replied, by content: the same question to the same model is asked once.</summary>
internal sealed class JudgeReplies(Database database, TimeProvider clock)
{
    /// <summary>The reply stored under a key, or <c>null</c>.</summary>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        return await context.JudgeReplies.Where(r => r.Key == key).Select(r => r.Reply).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Stores a reply. Where another worker stored one in the meantime, that one stays.</summary>
    public async Task AddAsync(string key, string judge, JudgePrompt prompt, string reply, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.JudgeReplies.AnyAsync(r => r.Key == key, cancellationToken))
            return;
        context.JudgeReplies.Add(new StoredJudgeReply
        {
            Key = key,
            Judge = judge,
            Prompt = $"{prompt.System}\n\n{prompt.User}",
            Reply = reply,
            AskedAt = clock.GetUtcNow().UtcDateTime,
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
