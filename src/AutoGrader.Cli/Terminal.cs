using Spectre.Console;

namespace AutoGrader.Cli;

/// <summary>
/// Where a command writes: results to the output, progress and messages to the error stream, so that results can be piped.
/// </summary>
internal sealed class Terminal
{
    private const int RedirectedWidth = 160;

    private readonly Func<Stream> _openOutput;

    public Terminal(TextWriter output, TextWriter error, Func<Stream> openOutput, IKeyboard? keyboard = null)
    {
        Keyboard = keyboard;
        Output = output;
        Error = error;
        _openOutput = openOutput;
    }

    /// <summary>Where a person types; <c>null</c> where nobody does (pipes, scripts).</summary>
    public IKeyboard? Keyboard { get; }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Progress and messages.</summary>
    public TextWriter Error { get; }

    /// <summary>The terminal the process was started in.</summary>
    public static Terminal Real() => new(
        Console.Out, Console.Error, Console.OpenStandardOutput,
        Console.IsInputRedirected || Console.IsOutputRedirected ? null : new ConsoleKeyboard());

    /// <summary>The output as bytes, for JSON and other files. The caller disposes it.</summary>
    public Stream OpenOutput()
    {
        Output.Flush();
        return _openOutput();
    }

    /// <summary>A console on the output; wide where it is no terminal, so that no table is folded in a file.</summary>
    public IAnsiConsole OutputConsole() => Create(Output, Console.IsOutputRedirected || Output != Console.Out);

    /// <summary>A console on the error stream.</summary>
    public IAnsiConsole ErrorConsole() => Create(Error, Console.IsErrorRedirected || Error != Console.Error);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = RedirectedWidth;
        return console;
    }
}
