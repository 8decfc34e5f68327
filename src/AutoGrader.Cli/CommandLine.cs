using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using AutoGrader.Application.Data;
using AutoGrader.Application.Isolation;
using AutoGrader.Cli.Commands;
using AutoGrader.Documents.Intake;

namespace AutoGrader.Cli;

/// <summary>
/// The command line: parses, runs one command, turns every outcome into an exit code and at most one line of explanation.
/// </summary>
internal static class CommandLine
{
    /// <summary>Long enough to finish the submissions in hand and write the results after Ctrl-C.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var result = Root(terminal).Parse(args);
        if (result.Errors.Count > 0)
            return Refuse(result, terminal);

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TerminationTimeout,
        };
        try
        {
            return await result.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted. What was done is kept.");
            return ExitCode.Interrupted;
        }
        catch (UnusableInputException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.WrongUsage;
        }
        catch (UnusableDataException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.NothingDone;
        }
        catch (Exception problem) when (problem
            is IOException or UnauthorizedAccessException or DbException or PdfWorkerUnavailableException)
        {
            await terminal.Error.WriteLineAsync($"Nothing could be done: {problem.Message}");
            return ExitCode.NothingDone;
        }
    }

    private static RootCommand Root(Terminal terminal) =>
        new("Grades reports handed in as PDF through Moodle. Exit codes: 0 done, 1 wrong usage or unusable input, "
            + "2 done but a person is needed, 3 nothing could be done, 130 interrupted (what was done is kept).")
        {
            GradeCommand.Create(terminal),
            ReviewCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ReadCommand.Create(terminal),
            ReferenceCommand.Create(terminal),
            RubricCommand.Create(terminal),
            ServeCommand.Create(terminal),
            WorkerCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            ForgetCommand.Create(terminal),
        };

    private static int Refuse(ParseResult result, Terminal terminal)
    {
        terminal.Error.WriteLine($"{Complaint(result)} See: {FullName(result.CommandResult)} --help");
        return ExitCode.WrongUsage;
    }

    // What was typed and does not fit says more than what is missing because of it.
    private static string Complaint(ParseResult result)
    {
        // A mistyped option is taken for an argument; a file of such a name can be given as ./--name.
        var arguments = result.Tokens.Where(t => t.Type == TokenType.Argument);
        if (arguments.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            return $"There is no option '{option.Value}'.";
        if (result.UnmatchedTokens.Count == 0)
            return result.Errors[0].Message;
        var token = result.UnmatchedTokens[0];
        return result.CommandResult.Command.Subcommands.Count > 0
            ? $"There is no command '{token}'."
            : $"'{token}' is one argument too many.";
    }

    private static string FullName(CommandResult? command) => command switch
    {
        null => "",
        { Command: RootCommand } => "autograder",
        _ => $"{FullName(command.Parent as CommandResult)} {command.Command.Name}",
    };
}
