using AutoGrader.Application.Data;
using AutoGrader.Web.Courses;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Web.Assignments;

/// <summary>Finds the run of the request's assignment: the one by the pinned rubric version.</summary>
internal sealed class FindRun(AutoGraderDbContext context, CourseScope scope)
{
    /// <summary>The run; <c>null</c> where nothing was graded by that version yet.</summary>
    public Task<GradingRun?> ExecuteAsync(CancellationToken cancellationToken = default) =>
        context.Runs.AsNoTracking().SingleOrDefaultAsync(
            r => r.Input!.AssignmentId == scope.Assignment.Id && r.RubricHash == scope.Assignment.RubricHash, cancellationToken);
}
