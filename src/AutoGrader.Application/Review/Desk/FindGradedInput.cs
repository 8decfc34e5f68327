using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Finds the run that somebody at the command line wants to review.</summary>
public sealed class FindGradedInput(Database database)
{
    /// <summary>The run of an input that was started last.</summary>
    /// <param name="inputPath">The input as it was given to be graded; <c>null</c> for whatever was graded last.</param>
    /// <param name="rubricHash">By this rubric version; <c>null</c> for any.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnusableInputException">Nothing of the kind was graded.</exception>
    public async Task<GradedInput> ExecuteAsync(string? inputPath, string? rubricHash, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var location = inputPath is null ? null : InputLocation.Of(inputPath);
        var found = await context.Runs.AsNoTracking()
            .Where(r => r.Input!.Location != null && (location == null || r.Input.Location == location)
                && (rubricHash == null || r.RubricHash == rubricHash))
            .OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id)
            .Select(r => new GradedInput(r.Id, r.Input!.Location!))
            .FirstOrDefaultAsync(cancellationToken);
        return found ?? throw new UnusableInputException(inputPath is null
            ? "Nothing has been graded yet: run `autograder grade INPUT` first."
            : $"{inputPath} has not been graded yet: run `autograder grade {inputPath}` first.");
    }
}

/// <summary>A run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="InputPath">What was graded.</param>
public sealed record GradedInput(Guid RunId, string InputPath);
