namespace AutoGrader.Documents.Intake;

/// <summary>
/// An input as a whole cannot be used. The message says what is wrong and what to do, for the person who named the input.
/// </summary>
public sealed class UnusableInputException : Exception
{
    public UnusableInputException(string message)
        : base(message)
    {
    }

    public UnusableInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
