namespace AutoGrader.Application.Data;

/// <summary>Who did what when. Written in the same transaction as the act; holds no names of students.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Verb and noun: <c>rubric.import</c>, <c>override.set</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: an id or a hash.</summary>
    public required string Subject { get; init; }

    public string? Detail { get; init; }
}
