namespace AutoGrader.Application.Outlets;

/// <summary>Writes the assessments of a run as JSON in the shape of the contract (architecture section 8) to a stream, such as stdout.</summary>
public sealed class ExportAssessments
{
    /// <summary>Writes an array with one object per submission.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public Task ExecuteAsync(Guid runId, Stream output, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
