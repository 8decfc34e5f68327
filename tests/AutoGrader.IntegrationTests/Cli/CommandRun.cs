using AutoGrader.Cli;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary>One run of the command line inside the test process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to the output, text and bytes together.</param>
/// <param name="Error">What it wrote to the error stream.</param>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static async Task<CommandRun> Of(params string[] args)
    {
        using var text = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        var code = await CommandLine.RunAsync(args, new Terminal(text, error, () => bytes), TestContext.Current.CancellationToken);
        return new CommandRun(code, text.ToString() + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}
