using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>What a draft begins with.</summary>
/// <param name="CourseId">Its course.</param>
/// <param name="Source">The YAML text; it may have faults.</param>
/// <param name="Answers">Graded answers as JSON lines; may be empty.</param>
/// <param name="BasedOn">The version it is begun from; <c>null</c> for none.</param>
public sealed record NewDraft(Guid CourseId, string Source, string Answers = "", string? BasedOn = null);

/// <summary>Begins a draft.</summary>
public sealed class CreateDraft(Database database, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="ArgumentException">A text is larger than a rubric may be.</exception>
    public async Task<Guid> ExecuteAsync(NewDraft request, string actor, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = new RubricDraft
        {
            Id = ids.Next(),
            CourseId = request.CourseId,
            Source = DraftText.Kept(request.Source) ?? throw new ArgumentException("The text is too large.", nameof(request)),
            Answers = DraftText.Kept(request.Answers) ?? throw new ArgumentException("The answers are too large.", nameof(request)),
            BasedOn = request.BasedOn,
            CreatedAt = now,
            ChangedAt = now,
            ChangedBy = actor,
        };
        context.RubricDrafts.Add(draft);
        audit.Add(context, actor, "draft.create", draft.Id.ToString(), request.BasedOn?[..12]);
        await context.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
