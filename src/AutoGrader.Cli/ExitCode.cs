namespace AutoGrader.Cli;

/// <summary>The exit codes of the contract (architecture section 8).</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Wrong usage or unusable input.</summary>
    public const int WrongUsage = 1;

    /// <summary>Done, but a person is needed (<c>grade</c>) or problems were found (<c>check</c>, <c>doctor</c>).</summary>
    public const int NeedsPerson = 2;

    /// <summary>Nothing could be done.</summary>
    public const int NothingDone = 3;

    /// <summary>Interrupted; what was done is kept.</summary>
    public const int Interrupted = 130;
}
