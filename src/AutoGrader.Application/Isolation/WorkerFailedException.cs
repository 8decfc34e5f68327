namespace AutoGrader.Application.Isolation;

/// <summary>A worker ended, or answered nonsense, while it worked on a file.</summary>
internal sealed class WorkerFailedException(Exception? cause) : Exception("The PDF worker ended without an answer.", cause);
