using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>Opens a rubric version for a course.</summary>
public sealed class FindCourseRubric(Database database)
{
    /// <summary>
    /// The version with the graded answers that the course gives with it; <c>null</c> where the course has no such version.
    /// </summary>
    public async Task<(RubricVersion Version, GradedAnswerSet Answers)?> ExecuteAsync(
        Guid courseId, string hash, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        if (await context.RubricsOf(courseId).SingleOrDefaultAsync(r => r.Hash == hash, cancellationToken) is not { } row)
            return null;
        var version = row.ToVersion();
        return (version, await context.AnswersOfAsync(courseId, row, version.Rubric, cancellationToken));
    }
}
