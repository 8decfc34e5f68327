namespace AutoGrader.Application.Outlets;

/// <summary>Writes everything a run results in, from the database alone: nothing is graded, no PDF is opened.</summary>
public sealed class WriteOutlets
{
    /// <summary>Writes the files. Each is written under a temporary name and moved, so that none is ever half there.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public Task<OutletResult> ExecuteAsync(OutletRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
