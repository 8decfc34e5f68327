using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Rubrics;

/// <summary>Finds a rubric by what a person types.</summary>
public sealed class FindRubric(Database database, IOptions<AutoGraderOptions> options)
{
    private const int LeastDigits = 6;

    /// <summary>
    /// Finds a rubric version: a file that exists is read (and not stored); otherwise a stored one by id, the version imported last,
    /// or by at least six digits of its hash.
    /// </summary>
    /// <param name="reference">
    /// What was typed; <c>null</c> takes the setting <see cref="AutoGraderOptions.DefaultRubric"/> or, where only one rubric is stored,
    /// that.
    /// </param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<RubricLookup> ExecuteAsync(string? reference, CancellationToken cancellationToken = default)
    {
        reference ??= options.Value.DefaultRubric;
        if (reference is not null && File.Exists(reference))
        {
            return await ReadAsync(reference, cancellationToken);
        }
        await using var context = await database.OpenAsync(cancellationToken);
        return reference is null ? await OnlyOneAsync(context, cancellationToken)
            : await StoredAsync(context, reference, cancellationToken);
    }

    private static async Task<RubricLookup> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var read = await RubricFile.ReadAsync(path, cancellationToken);
        if (read.Version is not { } version)
            return new RubricLookup(null, GradedAnswerSet.Empty, [.. read.Errors.Select(e => e.ToString())]);
        var (answers, errors) = await AnswerFile.ReadBesideAsync(path, version.Rubric, cancellationToken);
        return answers is null ? new RubricLookup(null, GradedAnswerSet.Empty, [.. errors.Select(e => e.ToString())])
            : new RubricLookup(version, answers, []);
    }

    private static async Task<RubricLookup> StoredAsync(AutoGraderDbContext context, string reference, CancellationToken cancellationToken)
    {
        var byId = await context.Rubrics.AsNoTracking().Where(r => r.RubricId == reference)
            .OrderByDescending(r => r.ImportedAt).FirstOrDefaultAsync(cancellationToken);
        if (byId is not null)
            return await FoundAsync(context, byId, cancellationToken);
        if (reference.Length >= LeastDigits && reference.All(char.IsAsciiHexDigit))
        {
            var digits = reference.ToLowerInvariant();
            var byHash = await context.Rubrics.AsNoTracking().Where(r => r.Hash.StartsWith(digits)).Take(2).ToListAsync(cancellationToken);
            if (byHash.Count == 1)
                return await FoundAsync(context, byHash[0], cancellationToken);
            if (byHash.Count > 1)
                return Problem($"Several rubric versions begin with {reference}: type more digits.");
        }
        var ids = await context.Rubrics.Select(r => r.RubricId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        return Problem($"There is no file and no stored rubric '{reference}'. {Known(ids)}");
    }

    private static async Task<RubricLookup> OnlyOneAsync(AutoGraderDbContext context, CancellationToken cancellationToken)
    {
        var ids = await context.Rubrics.Select(r => r.RubricId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        return ids.Count == 1
            ? await StoredAsync(context, ids[0], cancellationToken)
            : Problem($"Name a rubric by --rubric: a file, an id, or the beginning of a hash. {Known(ids)}");
    }

    private static string Known(List<string> ids) => ids.Count == 0
        ? "None is stored yet: import one by `autograder rubric import FILE`, or name a file."
        : string.Create(CultureInfo.InvariantCulture, $"Stored: {string.Join(", ", ids)}.");

    private static async Task<RubricLookup> FoundAsync(AutoGraderDbContext context, StoredRubric row, CancellationToken cancellationToken)
    {
        var version = row.ToVersion();
        return new RubricLookup(version, await context.AnswersOfAsync(courseId: null, row, version.Rubric, cancellationToken), []);
    }

    private static RubricLookup Problem(string text) => new(null, GradedAnswerSet.Empty, [text]);
}
