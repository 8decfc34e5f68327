using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rehearsal;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Rubrics;

/// <summary>A rehearsed rubric.</summary>
/// <param name="Version">The rubric version.</param>
/// <param name="Report">What the rehearsal found.</param>
public sealed record RehearsedRubric(RubricVersion Version, RehearsalReport Report);

/// <summary>
/// Tries a rubric on its worked solution, its examples, known mistakes, nonsense, and graded answers, with what was learnt from the answers
/// given with it. Stores nothing.
/// </summary>
public sealed class RehearseRubric(FindRubric find, IOptions<AutoGraderOptions> options)
{
    /// <summary>Rehearses.</summary>
    /// <param name="reference">As for <see cref="FindRubric"/>.</param>
    /// <param name="answersPath">
    /// Graded answers as JSON lines, beside those given with the rubric; nothing is learnt from them. <c>null</c> for none.
    /// </param>
    /// <param name="cancellationToken">Ends the rehearsal.</param>
    /// <exception cref="UnusableInputException">
    /// There is no such rubric, or a file cannot be read or has errors; the message holds a line for each.
    /// </exception>
    public async Task<RehearsedRubric> ExecuteAsync(
        string? reference, string? answersPath, CancellationToken cancellationToken = default)
    {
        var lookup = await find.ExecuteAsync(reference, cancellationToken);
        var version = lookup.Version ?? throw new UnusableInputException(string.Join(Environment.NewLine, lookup.Problems));
        var (rubric, given) = (version.Rubric, lookup.Answers);
        var isFile = reference is not null && File.Exists(reference);
        var graded = new List<(string File, IReadOnlyList<AnswerLine> Lines)>();
        if (isFile && given.Answers.Count > 0)
            graded.Add(await ReadAsync(AnswerFile.PathBeside(reference!), cancellationToken));
        else if (given.Answers.Count > 0)
            graded.Add(Read(given.Source, AnswerFile.PathBeside(rubric.Id)));
        if (answersPath is not null && !graded.Exists(g => Path.GetFullPath(g.File) == Path.GetFullPath(answersPath)))
            graded.Add(await ReadAsync(answersPath, cancellationToken));
        return Run(version, given, isFile ? reference! : $"{rubric.Id}.yaml", graded, options.Value);
    }

    /// <summary>Rehearses a version with what is learnt from the answers given with it.</summary>
    internal static RehearsedRubric Run(
        RubricVersion version, GradedAnswerSet given, string fileName,
        IReadOnlyList<(string File, IReadOnlyList<AnswerLine> Lines)> graded, AutoGraderOptions options)
    {
        var model = TrainingSet.Read(version.Rubric, given.Answers).Train(CalibrationData.Shipped, options.SilentErrorTarget);
        var report = RubricRehearsal.Run(
            version, fileName, graded, (document, tried) => SubmissionGrader.Grade(document, tried, model));
        return new RehearsedRubric(version, report);
    }

    private static async Task<(string File, IReadOnlyList<AnswerLine> Lines)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await File.ReadAllTextAsync(path, cancellationToken), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The graded answers {path} cannot be read: {fault.Message}", fault);
        }
    }

    private static (string File, IReadOnlyList<AnswerLine> Lines) Read(string source, string path)
    {
        var (lines, errors) = AnswerLines.Read(source, path);
        return errors.Count == 0 ? (path, lines) : throw new UnusableInputException(string.Join(Environment.NewLine, errors));
    }
}
