using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>Deletes a draft. What was published of it stays.</summary>
public sealed class DeleteDraft(Database database, AuditTrail audit)
{
    /// <summary>Deletes.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved it since the person saw it.</exception>
    public async Task ExecuteAsync(Guid draftId, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.RubricDrafts.SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken) is not { } draft)
            return;
        context.Entry(draft).Property(d => d.Version).OriginalValue = seenVersion;
        context.RubricDrafts.Remove(draft);
        audit.Add(context, actor, "draft.delete", draftId.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }
}
