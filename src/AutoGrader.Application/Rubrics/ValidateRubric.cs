using System.Diagnostics.CodeAnalysis;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics;

/// <summary>Checks a rubric file without storing it.</summary>
public sealed class ValidateRubric
{
    /// <summary>Reads the file; all errors at once, each with file, line and remedy.</summary>
    /// <exception cref="Documents.Intake.UnusableInputException">There is no such file, or it cannot be read.</exception>
    [SuppressMessage("Performance", "CA1822",
        Justification = "An instance like the other use cases, so that hosts get all of them in the same way.")]
    public Task<RubricReadResult> ExecuteAsync(string path, CancellationToken cancellationToken = default) =>
        RubricFile.ReadAsync(path, cancellationToken);
}
