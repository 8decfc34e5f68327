using System.CommandLine;
using System.Text;
using AutoGrader.Application.Inspection;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Html.Reading;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder read</c>.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A report (PDF), or a hand-in (ZIP) with one." };
        var rubric = SharedOptions.Rubric();
        var language = SharedOptions.Language();
        var json = SharedOptions.Json();
        var html = new Option<string?>("--html")
        {
            Description = "Write one HTML file that shows the pages beside the reading, boxes joined to text.",
            HelpName = "OUT.html",
        };
        var command = new Command(
            "read", "Show what the machine reads in a report, question by question, with places and confidence. No points, nothing stored.")
        {
            file, rubric, language, json, html,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = CommandServices.Create(dataDirectory: null);
            var version = await RubricArgument.FindAsync(services, parsed.GetValue(rubric), cancellationToken);
            var inspect = services.GetRequiredService<InspectReport>();
            var path = parsed.GetValue(html);
            var result = await inspect.ExecuteAsync(
                parsed.GetRequiredValue(file), version, withDrawings: path is not null, cancellationToken);
            var words = parsed.GetValue(language) ?? result.Language;
            if (path is not null)
                await WriteHtmlAsync(path, result, version.Rubric, words, terminal, cancellationToken);
            if (parsed.GetValue(json))
                await ReadingJson.WriteAsync(terminal, result, version.Rubric, cancellationToken);
            else if (path is null)
                ReadingText.Write(terminal.Output, result, version.Rubric, words);
            return result.Answers is null ? ExitCode.NeedsPerson : ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteHtmlAsync(
        string path, ReportInspection result, Rubric rubric, Language language, Terminal terminal, CancellationToken cancellationToken)
    {
        var view = new ReportView
        {
            FileName = result.FileName,
            Drawings = result.Drawings,
            Rubric = rubric,
            Content = result.Content,
            Answers = result.Answers,
            Reason = result.Reason,
            Language = language,
        };
        var content = ReadingHtml.Render(view);
        try
        {
            await File.WriteAllTextAsync(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{path} cannot be written: {fault.Message}", fault);
        }

        await terminal.Error.WriteLineAsync($"Written: {path}");
    }
}
