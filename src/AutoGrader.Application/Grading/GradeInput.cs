namespace AutoGrader.Application.Grading;

/// <summary>
/// Grades an input: a Moodle export, a folder, one hand-in. What is already stored for the same bytes, rubric, decisions and program
/// is used again, so that a repeated run changes nothing and an interrupted one goes on where it stopped.
/// </summary>
public sealed class GradeInput
{
    /// <summary>Grades the input and writes the results. Cancellation is a result, not an exception: <see cref="GradeResult.Interrupted"/>.</summary>
    /// <exception cref="Documents.Intake.UnusableInputException">The input, the worksheet or the file of decisions cannot be used at all.</exception>
    public Task<GradeResult> ExecuteAsync(
        GradeRequest request, IProgress<GradeProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
