namespace AutoGrader.Application.Data;

/// <summary>Adds audit rows to a context, so that they are saved together with the act or not at all.</summary>
public sealed class AuditTrail(TimeProvider clock, IdGenerator ids)
{
    /// <summary>Adds a row. Neither detail nor subject may name a student.</summary>
    public void Add(AutoGraderDbContext context, string actor, string action, string subject, string? detail = null) =>
        context.Audit.Add(new AuditEntry
        {
            Id = ids.Next(),
            At = clock.GetUtcNow().UtcDateTime,
            Actor = actor,
            Action = action,
            Subject = subject,
            Detail = detail,
        });
}
