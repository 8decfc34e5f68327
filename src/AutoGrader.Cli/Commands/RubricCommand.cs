using System.CommandLine;
using System.Globalization;
using AutoGrader.Application.Rubrics;
using AutoGrader.Cli.Hosting;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder rubric …</c>.</summary>
internal sealed class RubricCommand(Terminal terminal)
{
    public static Command Create(Terminal terminal)
    {
        var rubric = new RubricCommand(terminal);
        return new Command("rubric", "Check, show and store marking schemes.")
        {
            rubric.Validate(), RubricTestCommand.Create(terminal), RubricDiffCommand.Create(terminal), RubricEffectCommand.Create(terminal),
            rubric.Show(), rubric.List(),
            rubric.Import(), rubric.Export(),
        };
    }

    private Command Validate()
    {
        var file = new Argument<string>("FILE") { Description = "A rubric file (YAML)." };
        var command = new Command("validate", "Check a rubric file; every fault is named with file, line and remedy.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(dataDirectory: null);
            var result = await services.GetRequiredService<ValidateRubric>().ExecuteAsync(parsed.GetRequiredValue(file), cancellationToken);
            if (result.Version is { } version)
                await terminal.Output.WriteLineAsync(Describe(version));
            return Report(result.Errors);
        });
        return command;
    }

    private Command Show()
    {
        var reference = Reference();
        var data = SharedOptions.Data();
        var language = SharedOptions.Language();
        var command = new Command("show", "Show a rubric: questions, criteria, levels, points, recomputed reference.")
        {
            reference, language, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(reference), cancellationToken);
            await terminal.Output.WriteAsync(RubricDescription.Of(version, parsed.GetValue(language) ?? Language.English));
            return ExitCode.Done;
        });
        return command;
    }

    private Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "List the stored rubric versions, the latest of each id first.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            foreach (var listing in await services.GetRequiredService<ListRubrics>().ExecuteAsync(cancellationToken))
                await terminal.Output.WriteLineAsync(Describe(listing));
            return ExitCode.Done;
        });
        return command;
    }

    private Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "A rubric file (YAML)." };
        var data = SharedOptions.Data();
        var command = new Command("import", "Store a rubric file as an immutable version named by its content.") { file, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            var import = services.GetRequiredService<ImportRubric>();
            var result = await import.ExecuteAsync(parsed.GetRequiredValue(file), Environment.UserName, cancellationToken);
            if (result.Version is { } version)
                await terminal.Output.WriteLineAsync($"{Describe(version)} {(result.WasThere ? "It was stored already." : "Stored.")}");
            return Report(result.Errors);
        });
        return command;
    }

    private Command Export()
    {
        var reference = Reference();
        var target = new Option<string?>("--out", "-o") { Description = "File to write. Default: the output.", HelpName = "FILE" };
        var data = SharedOptions.Data();
        var command = new Command("export", "Write a stored rubric version back as the very file that was imported.")
        {
            reference, target, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(parsed.GetValue(data));
            // Into memory first: a rubric is small, and a file must not be emptied for a version that does not exist.
            using var text = new MemoryStream();
            var export = services.GetRequiredService<ExportRubric>();
            var lookup = await export.ExecuteAsync(parsed.GetRequiredValue(reference), text, cancellationToken);
            if (lookup.Version is null)
                throw new UnusableInputException(string.Join(Environment.NewLine, lookup.Problems));
            await using var output = parsed.GetValue(target) is { } path ? File.Create(path) : terminal.OpenOutput();
            await output.WriteAsync(text.ToArray(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Reference() =>
        new("RUBRIC") { Description = "A rubric file, the id of an imported rubric, or the beginning of a version's hash." };

    private static string Describe(RubricVersion version) =>
        $"{version.Rubric.Id} version {version.ShortHash}: {version.Rubric.Questions.Count} questions, {version.Rubric.Maximum} points.";

    private static string Describe(RubricListing listing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{listing.Hash[..12]}  {listing.Id}  {listing.Maximum} points  {listing.ImportedAt:yyyy-MM-dd HH:mm}Z  "
            + $"{listing.Assessments} assessments{(listing.IsLatest ? "  latest" : "")}");

    private int Report(IReadOnlyList<RubricError> errors)
    {
        foreach (var error in errors)
            terminal.Error.WriteLine(error);
        return errors.Count == 0 ? ExitCode.Done : ExitCode.WrongUsage;
    }
}
