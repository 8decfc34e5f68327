using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;

namespace AutoGrader.Application.Rubrics;

internal static class RubricFile
{
    /// <summary>Reads a rubric file; Core opens none.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or it cannot be read.</exception>
    public static async Task<RubricReadResult> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return RubricReader.Read(await File.ReadAllTextAsync(path, cancellationToken), Path.GetFileName(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The rubric {path} cannot be read: {fault.Message}", fault);
        }
    }
}
