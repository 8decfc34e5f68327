using AutoGrader.Application.Isolation;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.SelfCheck;

/// <summary>
/// The lane of those who wait for a check: a few at the same time, the others one after the other, and nobody behind so many that waiting
/// is in vain. It has nothing in common with the lane of grading but the processor, where it has the right of way.
/// </summary>
public sealed class CheckLane(IOptions<AutoGraderOptions> options, RightOfWay rightOfWay) : IDisposable
{
    private const int MostWaiting = 200;

    private readonly SemaphoreSlim _places = new(options.Value.Checks);
    private int _waiting;

    /// <summary>Does the work when its turn comes.</summary>
    /// <returns>What the work returns; <c>null</c> where too many wait.</returns>
    public async Task<T?> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        using var passage = rightOfWay.Take();
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                return null;
            await _places.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
