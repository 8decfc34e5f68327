using AutoGrader.Application.Data;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes the assessments of a run as JSON in the shape of the contract (architecture section 8) to a stream, such as stdout.
/// </summary>
public sealed class ExportAssessments(Database database)
{
    /// <summary>Writes an array with one object per submission.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task ExecuteAsync(Guid runId, Stream output, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await RunResults.OpenAsync(context, database.Artifacts, runId, cancellationToken);
        using var assessments = new AssessmentsJson(output);
        await foreach (var result in run.ReadAsync(cancellationToken))
            assessments.Write(result);
        assessments.Complete();
    }
}
