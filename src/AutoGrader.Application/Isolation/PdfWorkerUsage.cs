namespace AutoGrader.Application.Isolation;

/// <summary>What worker processes took for the files they answered for.</summary>
/// <param name="ProcessorTime">Processor time of all of them together, their starts included.</param>
/// <param name="PeakMemory">The most memory that one of them held, in bytes.</param>
public sealed record PdfWorkerUsage(TimeSpan ProcessorTime, long PeakMemory);
