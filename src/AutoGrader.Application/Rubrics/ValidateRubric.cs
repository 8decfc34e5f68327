using System.Diagnostics.CodeAnalysis;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics;

/// <summary>Checks a rubric file, and the graded answers beside it, without storing them.</summary>
public sealed class ValidateRubric
{
    /// <summary>Reads the file; all errors at once, each with file, line and remedy.</summary>
    /// <exception cref="Documents.Intake.UnusableInputException">There is no such file, or it cannot be read.</exception>
    [SuppressMessage("Performance", "CA1822",
        Justification = "An instance like the other use cases, so that hosts get all of them in the same way.")]
    public async Task<RubricReadResult> ExecuteAsync(string path, CancellationToken cancellationToken = default)
    {
        var read = await RubricFile.ReadAsync(path, cancellationToken);
        if (read.Version is not { } version)
            return read;
        var (_, errors) = await AnswerFile.ReadBesideAsync(path, version.Rubric, cancellationToken);
        return errors.Count == 0 ? read : new RubricReadResult(null, errors);
    }
}
