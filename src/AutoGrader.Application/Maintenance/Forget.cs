namespace AutoGrader.Application.Maintenance;

/// <summary>What to forget.</summary>
/// <param name="InputPath">The input, as it was given to grade.</param>
/// <param name="Participant">The participant number (or, in plain folders, the file's relative path); <c>null</c> forgets the whole input.</param>
/// <param name="Actor">Who asked, for the audit trail.</param>
public sealed record ForgetRequest(string InputPath, string? Participant, string Actor);

/// <summary>What was forgotten.</summary>
/// <param name="Submissions">Number of submissions.</param>
/// <param name="Artifacts">Number of stored files deleted; files that others still refer to stay.</param>
/// <param name="Readings">Number of stored readings deleted.</param>
public sealed record ForgetResult(int Submissions, int Artifacts, int Readings);

/// <summary>
/// Deletes what is stored of a participant or of a whole input: rows and files, without a trace in free pages of the database.
/// The audit trail says that and when, not whom. Input and output folders are not touched.
/// </summary>
public sealed class Forget
{
    /// <summary>Forgets. Forgetting what is not there changes nothing.</summary>
    public Task<ForgetResult> ExecuteAsync(ForgetRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
