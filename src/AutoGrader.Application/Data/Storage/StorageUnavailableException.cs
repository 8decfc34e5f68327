namespace AutoGrader.Application.Data.Storage;

/// <summary>The store of files does not answer as it should; likely to pass.</summary>
public sealed class StorageUnavailableException(string message, Exception innerException) : IOException(message, innerException);
