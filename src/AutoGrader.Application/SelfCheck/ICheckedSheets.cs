using AutoGrader.Core.Reading;

namespace AutoGrader.Application.SelfCheck;

/// <summary>A sheet that students check their hand-ins against.</summary>
/// <param name="Title">The assignment's title.</param>
/// <param name="Course">The course's name.</param>
/// <param name="Sheet">What is printed on the sheet.</param>
public sealed record CheckedSheet(string Title, string Course, SheetOutline Sheet);

/// <summary>
/// Finds the sheet of an assignment for a self-check. A seam: this side sees outlines only, and cannot ask for more.
/// </summary>
public interface ICheckedSheets
{
    /// <summary>The sheet; <c>null</c> where there is none, or the course wants an account and the person has none in it.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="personId">Who asks; <c>null</c> for somebody not signed in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<CheckedSheet?> FindAsync(Guid assignmentId, Guid? personId, CancellationToken cancellationToken = default);

    /// <summary>
    /// What is printed on the sheet of the assignment made last, against which students will most likely check; <c>null</c> for none.
    /// </summary>
    Task<SheetOutline?> FindLatestAsync(CancellationToken cancellationToken = default);
}
