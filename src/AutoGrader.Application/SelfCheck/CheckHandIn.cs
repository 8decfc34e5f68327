using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.SelfCheck;

/// <summary>Checks one hand-in as a student would: rules, reading, questions found. Scores nothing and stores nothing.</summary>
public sealed class CheckHandIn
{
    /// <summary>Checks the file.</summary>
    /// <exception cref="Documents.Intake.UnusableInputException">There is no such file, or it holds more than one hand-in.</exception>
    public Task<CheckResult> ExecuteAsync(string path, RubricVersion rubric, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
