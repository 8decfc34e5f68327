using System.CommandLine;
using AutoGrader.Cli.Hosting;
using AutoGrader.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder serve</c>.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";

    public static Command Create(Terminal terminal)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Where to listen, several separated by semicolons. Default: the setting Urls, or {DefaultUrls}.",
            HelpName = "URLS",
        };
        var data = SharedOptions.Data();
        var command = new Command("serve", "Run the service: tutors upload, watch, review and release in the browser.") { urls, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = CommandServices.Settings();
            settings["Urls"] = parsed.GetValue(urls) ?? settings["Urls"] ?? DefaultUrls;
            try
            {
                await using var service = WebService.Build(settings,
                    services => CommandServices.AddUseCases(services, settings, parsed.GetValue(data)), terminal.Output);
                await service.RunAsync(cancellationToken);
                return ExitCode.Done;
            }
            catch (OptionsValidationException fault)
            {
                await terminal.Error.WriteLineAsync(fault.Message);
                return ExitCode.WrongUsage;
            }
        });
        return command;
    }
}
