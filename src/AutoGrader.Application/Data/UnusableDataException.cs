namespace AutoGrader.Application.Data;

/// <summary>The data directory or its database cannot be used. The message says why and what to do.</summary>
public sealed class UnusableDataException : Exception
{
    public UnusableDataException(string message)
        : base(message)
    {
    }

    public UnusableDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
