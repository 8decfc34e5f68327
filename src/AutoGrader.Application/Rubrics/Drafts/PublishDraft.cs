using AutoGrader.Application.Data;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>
/// Makes an immutable rubric version of a draft, for its course. What is faulty cannot be published. Assignments keep the version that they
/// are pinned to.
/// </summary>
public sealed class PublishDraft(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Publishes what was saved.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seenVersion">The version that the person saw: nobody publishes a text they have not read.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The version, or the faults.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has saved or deleted the draft since.</exception>
    public async Task<RubricReadResult> ExecuteAsync(
        Guid draftId, int seenVersion, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var draft = await context.RubricDrafts.SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken)
            ?? throw new DbUpdateConcurrencyException("The draft was deleted.");
        context.Entry(draft).Property(d => d.Version).OriginalValue = seenVersion;
        var read = DraftText.Read(draft.Source, draft.Answers);
        if (read is not { Version: { } version, Answers: { } answers })
            return new RubricReadResult(null, read.Errors);
        await context.PublishAsync(draft.CourseId, version, answers, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        draft.BasedOn = version.Hash;
        // Publishing the same again changes no column, and must still notice whoever saved in between.
        context.Entry(draft).State = EntityState.Modified;
        audit.Add(context, actor, "rubric.publish", version.Hash, version.Rubric.Id);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RubricReadResult(version, []);
    }
}
