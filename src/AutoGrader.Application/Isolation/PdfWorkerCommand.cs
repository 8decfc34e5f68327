namespace AutoGrader.Application.Isolation;

/// <summary>How a worker process is started: a program that calls <see cref="PdfWorker.RunAsync"/> and does nothing else.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record PdfWorkerCommand(string FileName, IReadOnlyList<string> Arguments);
