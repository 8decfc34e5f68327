using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>Saves what was written in a draft. Whoever saves second, having seen an older text, overwrites nothing.</summary>
public sealed class SaveDraft(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Saves the texts that are given.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seenVersion">The version that the person saw.</param>
    /// <param name="source">The YAML text; <c>null</c> leaves it.</param>
    /// <param name="answers">The graded answers; <c>null</c> leaves them.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has saved or deleted it since.</exception>
    /// <exception cref="ArgumentException">A text is larger than a rubric may be.</exception>
    public async Task ExecuteAsync(
        Guid draftId, int seenVersion, string? source, string? answers, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var draft = await context.RubricDrafts.SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken)
            ?? throw new DbUpdateConcurrencyException("The draft was deleted.");
        context.Entry(draft).Property(d => d.Version).OriginalValue = seenVersion;
        if (source is not null)
            draft.Source = DraftText.Kept(source) ?? throw new ArgumentException("The text is too large.", nameof(source));
        if (answers is not null)
            draft.Answers = DraftText.Kept(answers) ?? throw new ArgumentException("The answers are too large.", nameof(answers));
        draft.ChangedAt = clock.GetUtcNow().UtcDateTime;
        draft.ChangedBy = actor;
        audit.Add(context, actor, "draft.save", draftId.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }
}
