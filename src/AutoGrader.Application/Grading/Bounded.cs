namespace AutoGrader.Application.Grading;

/// <summary>
/// Runs work that takes no cancellation (other people's libraries, matching of hostile text) without being held up by it.
/// </summary>
internal static class Bounded
{
    /// <summary>Far beyond what any real report needs on a busy machine, so that no result depends on the load.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Runs the work. Where it does not end it is left alone: its thread goes on until the process ends, but the run does not wait.
    /// </summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static Task<T> RunAsync<T>(Func<T> work, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(Patience, clock, cancellationToken);
}
