using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics;

/// <summary>Checks a rubric file without storing it.</summary>
public sealed class ValidateRubric
{
    /// <summary>Reads the file; all errors at once, each with file, line and remedy.</summary>
    /// <exception cref="Documents.Intake.UnusableInputException">There is no such file, or it cannot be read.</exception>
    public Task<RubricReadResult> ExecuteAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
