using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics;

internal static class RubricRows
{
    /// <summary>
    /// Adds a rubric version unless it is stored. Versions are immutable: nothing is ever changed but the graded answers given with it and
    /// the time of the last import.
    /// </summary>
    /// <returns>The row, and whether it was there.</returns>
    public static async Task<(StoredRubric Row, bool WasThere)> EnsureRubricAsync(
        this AutoGraderDbContext context, RubricVersion version, GradedAnswerSet answers, DateTime now, CancellationToken cancellationToken)
    {
        if (answers.Answers.Count > 0 && !await context.AnswerSets.AnyAsync(s => s.Hash == answers.Hash, cancellationToken))
            context.AnswerSets.Add(new StoredAnswerSet { Hash = answers.Hash, Source = answers.Source });
        var answersHash = answers.Answers.Count > 0 ? answers.Hash : null;
        if (await context.Rubrics.SingleOrDefaultAsync(r => r.Hash == version.Hash, cancellationToken) is { } known)
        {
            known.AnswersHash = answersHash;
            return (known, true);
        }
        var row = new StoredRubric
        {
            Hash = version.Hash,
            RubricId = version.Rubric.Id,
            Title = version.Rubric.Title,
            Maximum = version.Rubric.Maximum,
            Source = version.Source,
            AnswersHash = answersHash,
            ImportedAt = now,
        };
        context.Rubrics.Add(row);
        return (row, false);
    }

    /// <summary>The version a row stands for.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands its text.</exception>
    public static RubricVersion ToVersion(this StoredRubric row) =>
        RubricReader.Read(row.Source, $"{row.RubricId}.yaml").Version
        ?? throw new UnusableDataException(
            $"The stored rubric {row.RubricId} ({row.Hash[..12]}) was valid for an earlier version of this program but is not any more: "
            + "export it, validate it, mend it, import it again.");

    /// <summary>The graded answers given with a stored version.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands them.</exception>
    public static async Task<GradedAnswerSet> AnswersOfAsync(
        this AutoGraderDbContext context, StoredRubric row, Rubric rubric, CancellationToken cancellationToken)
    {
        if (row.AnswersHash is not { } hash)
            return GradedAnswerSet.Empty;
        var stored = await context.AnswerSets.AsNoTracking().SingleAsync(s => s.Hash == hash, cancellationToken);
        var (set, errors) = GradedAnswerSet.Read(stored.Source, $"{row.RubricId}.answers.jsonl", rubric);
        return set ?? throw new UnusableDataException($"The stored graded answers {hash[..12]} cannot be used: {errors[0]}");
    }
}
