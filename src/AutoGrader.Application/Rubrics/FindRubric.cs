namespace AutoGrader.Application.Rubrics;

/// <summary>Finds a rubric by what a person types.</summary>
public sealed class FindRubric
{
    /// <summary>
    /// Finds a rubric version: a file that exists is read (and not stored); otherwise a stored one by id, the version imported last,
    /// or by at least six digits of its hash.
    /// </summary>
    /// <param name="reference">What was typed; <c>null</c> takes the setting <see cref="AutoGraderOptions.DefaultRubric"/> or, where only one rubric is stored, that.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<RubricLookup> ExecuteAsync(string? reference, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
