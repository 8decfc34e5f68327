namespace AutoGrader.Application.Isolation;

/// <summary>
/// Worker processes cannot be started, or are not this program: the installation is at fault, no file is. Its message names the program.
/// </summary>
public sealed class PdfWorkerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
