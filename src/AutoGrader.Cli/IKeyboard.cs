namespace AutoGrader.Cli;

/// <summary>Where a person types.</summary>
internal interface IKeyboard
{
    /// <summary>Waits for a key, which is not shown.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Waits for a line; <c>null</c> at the end of the input.</summary>
    string? ReadLine();
}

/// <summary>The keyboard of the terminal the process was started in.</summary>
internal sealed class ConsoleKeyboard : IKeyboard
{
    public ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);

    public string? ReadLine() => Console.ReadLine();
}
