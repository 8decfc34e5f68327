using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;

namespace AutoGrader.Application.Rubrics;

/// <summary>The graded answers beside a rubric file: <c>sheet.answers.jsonl</c> beside <c>sheet.yaml</c>.</summary>
internal static class AnswerFile
{
    private const string Extension = ".answers.jsonl";

    /// <summary>Where they lie.</summary>
    public static string PathBeside(string rubricPath) => Path.ChangeExtension(rubricPath, Extension);

    /// <summary>Reads them; none where there is no such file.</summary>
    /// <exception cref="UnusableInputException">The file is there but cannot be read.</exception>
    public static async Task<(GradedAnswerSet? Set, IReadOnlyList<RubricError> Errors)> ReadBesideAsync(
        string rubricPath, Rubric rubric, CancellationToken cancellationToken)
    {
        var path = PathBeside(rubricPath);
        if (!File.Exists(path))
            return (GradedAnswerSet.Empty, []);
        try
        {
            return GradedAnswerSet.Read(await File.ReadAllTextAsync(path, cancellationToken), Path.GetFileName(path), rubric);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The graded answers {path} cannot be read: {fault.Message}", fault);
        }
    }
}
