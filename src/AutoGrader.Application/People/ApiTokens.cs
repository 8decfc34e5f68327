using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.People;

/// <summary>Tokens with which programs act for a person, with that person's rights. Only hashes are stored.</summary>
public sealed class ApiTokens(Database database, AuditTrail audit, IdGenerator ids, TimeProvider clock)
{
    /// <summary>How long a token can be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(365);

    // Often enough to be seen, too rarely to make reading a write.
    private static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(10);

    /// <summary>Makes a token and returns its secret, which is stored nowhere.</summary>
    public async Task<string> CreateAsync(Guid personId, string name, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var secret = OneTimeSecret.Create();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var context = await database.OpenAsync(cancellationToken);
        var token = new ApiToken
        {
            Id = ids.Next(),
            PersonId = personId,
            Name = name.Trim(),
            TokenHash = OneTimeSecret.HashOf(secret),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        context.ApiTokens.Add(token);
        audit.Add(context, actor, "token.create", token.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Takes a person's token away; one that is not theirs is left alone.</summary>
    public async Task RevokeAsync(Guid personId, Guid tokenId, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var token = await context.ApiTokens.SingleOrDefaultAsync(
            t => t.Id == tokenId && t.PersonId == personId && t.RevokedAt == null, cancellationToken);
        if (token is null)
            return;
        token.RevokedAt = clock.GetUtcNow().UtcDateTime;
        audit.Add(context, actor, "token.revoke", tokenId.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The person whom a secret stands for; <c>null</c> where it is unknown, too old or taken away.</summary>
    public async Task<Person?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (OneTimeSecret.HashOf(secret), clock.GetUtcNow().UtcDateTime);
        await using var context = await database.OpenAsync(cancellationToken);
        var token = await context.ApiTokens.AsNoTracking().Include(t => t.Person).SingleOrDefaultAsync(
            t => t.TokenHash == hash && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now), cancellationToken);
        if (token is not null && (token.LastUsedAt is not { } used || now - used > UseInterval))
        {
            await context.ApiTokens.Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancellationToken);
        }
        return token?.Person;
    }
}
