using AutoGrader.Application.Data;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics;

/// <summary>What became of an import.</summary>
/// <param name="Version">The version; <c>null</c> where the file has errors.</param>
/// <param name="Errors">The errors, in the file's order.</param>
/// <param name="WasThere">Whether this very version was stored before.</param>
public sealed record RubricImport(RubricVersion? Version, IReadOnlyList<RubricError> Errors, bool WasThere);

/// <summary>Stores a rubric file as an immutable version named by its content, and the graded answers beside it.</summary>
public sealed class ImportRubric(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>
    /// Imports the file. Importing the same content again changes nothing, except that this version counts as the latest again.
    /// </summary>
    /// <exception cref="Documents.Intake.UnusableInputException">There is no such file, or it cannot be read.</exception>
    public async Task<RubricImport> ExecuteAsync(string path, string actor, CancellationToken cancellationToken = default)
    {
        var read = await RubricFile.ReadAsync(path, cancellationToken);
        if (read.Version is not { } version)
            return new RubricImport(null, read.Errors, WasThere: false);
        var (answers, errors) = await AnswerFile.ReadBesideAsync(path, version.Rubric, cancellationToken);
        if (answers is null)
            return new RubricImport(null, errors, WasThere: false);
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var (row, wasThere) = await context.EnsureRubricAsync(version, answers, now, cancellationToken);
        row.ImportedAt = now;
        audit.Add(context, actor, "rubric.import", version.Hash, version.Rubric.Id);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RubricImport(version, [], wasThere);
    }
}
