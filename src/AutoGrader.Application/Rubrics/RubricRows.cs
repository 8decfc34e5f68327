using System.Collections.Concurrent;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics;

/// <summary>The rows of rubric versions, and who may see them.</summary>
public static class RubricRows
{
    private const int MostKnown = 64;

    private static readonly ConcurrentDictionary<string, RubricVersion> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a rubric version unless it is stored. Versions are immutable: nothing is ever changed but the graded answers given with it and
    /// the time of the last import.
    /// </summary>
    /// <returns>The row, and whether it was there.</returns>
    internal static async Task<(StoredRubric Row, bool WasThere)> EnsureRubricAsync(
        this AutoGraderDbContext context, RubricVersion version, GradedAnswerSet answers, DateTime now, CancellationToken cancellationToken)
    {
        var answersHash = await context.EnsureAnswersAsync(answers, cancellationToken);
        if (await context.Rubrics.SingleOrDefaultAsync(r => r.Hash == version.Hash, cancellationToken) is { } known)
        {
            known.AnswersHash = answersHash;
            known.IsShared = true;
            return (known, true);
        }
        var row = RowOf(version, answersHash, isShared: true, now);
        context.Rubrics.Add(row);
        return (row, false);
    }

    /// <summary>Adds a rubric version with the graded answers that a course gives with it, for that course alone.</summary>
    internal static async Task PublishAsync(
        this AutoGraderDbContext context, Guid courseId, RubricVersion version, GradedAnswerSet answers, string actor, DateTime now,
        CancellationToken cancellationToken)
    {
        var answersHash = await context.EnsureAnswersAsync(answers, cancellationToken);
        if (!await context.Rubrics.AnyAsync(r => r.Hash == version.Hash, cancellationToken))
            context.Rubrics.Add(RowOf(version, answersHash: null, isShared: false, now));
        if (await context.CourseRubrics.SingleOrDefaultAsync(
            r => r.CourseId == courseId && r.RubricHash == version.Hash, cancellationToken) is { } known)
        {
            (known.AnswersHash, known.PublishedAt, known.PublishedBy) = (answersHash, now, actor);
            return;
        }
        context.CourseRubrics.Add(new CourseRubric
        {
            CourseId = courseId,
            RubricHash = version.Hash,
            AnswersHash = answersHash,
            PublishedAt = now,
            PublishedBy = actor,
        });
    }

    /// <summary>The versions that a course may grade by: its own, those of the installation, and those it grades by already.</summary>
    public static IQueryable<StoredRubric> RubricsOf(this AutoGraderDbContext context, Guid courseId) => context.Rubrics.AsNoTracking()
        .Where(r => r.IsShared
            || context.CourseRubrics.Any(c => c.CourseId == courseId && c.RubricHash == r.Hash)
            || context.Assignments.Any(a => a.CourseId == courseId && a.RubricHash == r.Hash));

    /// <summary>A stored version; its row is looked up only where it was not read before.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands its text.</exception>
    internal static async Task<RubricVersion> RubricVersionAsync(
        this AutoGraderDbContext context, string hash, CancellationToken cancellationToken) =>
        Known.TryGetValue(hash, out var known)
            ? known
            : (await context.Rubrics.AsNoTracking().SingleAsync(r => r.Hash == hash, cancellationToken)).ToVersion();

    /// <summary>The version a row stands for. It is named by its content and never changes, so that it is read once.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands its text.</exception>
    internal static RubricVersion ToVersion(this StoredRubric row)
    {
        if (Known.TryGetValue(row.Hash, out var known))
            return known;
        var version = RubricReader.Read(row.Source, $"{row.RubricId}.yaml").Version
            ?? throw new UnusableDataException(
                $"The stored rubric {row.RubricId} ({row.Hash[..12]}) was valid for an earlier version of this program but is not any "
                + "more: export it, validate it, mend it, import it again.");
        // No matter which ones go: they are read again when they are asked for.
        if (Known.Count >= MostKnown)
            Known.Clear();
        return Known.GetOrAdd(row.Hash, version);
    }

    /// <summary>The graded answers that a run learns from beside people's decisions.</summary>
    /// <exception cref="UnusableDataException">This program no longer understands them.</exception>
    internal static async Task<GradedAnswerSet> AnswersOfRunAsync(
        this AutoGraderDbContext context, GradingRun run, StoredRubric row, Rubric rubric, CancellationToken cancellationToken)
    {
        var courseId = await context.Inputs.Where(i => i.Id == run.InputId).Select(i => (Guid?)i.Assignment!.CourseId)
            .SingleOrDefaultAsync(cancellationToken);
        return await context.AnswersOfAsync(courseId, row, rubric, cancellationToken);
    }

    /// <summary>The graded answers given with a stored version.</summary>
    /// <param name="context">The database.</param>
    /// <param name="courseId">The course that asks, whose own answers count where it has published the version, or <c>null</c>.</param>
    /// <param name="row">The version.</param>
    /// <param name="rubric">Its rubric.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnusableDataException">This program no longer understands them.</exception>
    internal static async Task<GradedAnswerSet> AnswersOfAsync(
        this AutoGraderDbContext context, Guid? courseId, StoredRubric row, Rubric rubric, CancellationToken cancellationToken)
    {
        var own = courseId is null ? null : await context.CourseRubrics.AsNoTracking()
            .SingleOrDefaultAsync(r => r.CourseId == courseId && r.RubricHash == row.Hash, cancellationToken);
        if ((own is null ? row.AnswersHash : own.AnswersHash) is not { } hash)
            return GradedAnswerSet.Empty;
        var stored = await context.AnswerSets.AsNoTracking().SingleAsync(s => s.Hash == hash, cancellationToken);
        var (set, errors) = GradedAnswerSet.Read(stored.Source, $"{row.RubricId}.answers.jsonl", rubric);
        return set ?? throw new UnusableDataException($"The stored graded answers {hash[..12]} cannot be used: {errors[0]}");
    }

    private static async Task<string?> EnsureAnswersAsync(
        this AutoGraderDbContext context, GradedAnswerSet answers, CancellationToken cancellationToken)
    {
        if (answers.Answers.Count == 0)
            return null;
        if (!await context.AnswerSets.AnyAsync(s => s.Hash == answers.Hash, cancellationToken))
            context.AnswerSets.Add(new StoredAnswerSet { Hash = answers.Hash, Source = answers.Source });
        return answers.Hash;
    }

    private static StoredRubric RowOf(RubricVersion version, string? answersHash, bool isShared, DateTime now) => new()
    {
        Hash = version.Hash,
        RubricId = version.Rubric.Id,
        Title = version.Rubric.Title,
        Maximum = version.Rubric.Maximum,
        Source = version.Source,
        AnswersHash = answersHash,
        IsShared = isShared,
        ImportedAt = now,
    };
}
