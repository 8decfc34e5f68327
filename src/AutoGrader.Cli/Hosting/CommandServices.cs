using AutoGrader.Application;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace AutoGrader.Cli.Hosting;

/// <summary>
/// Composes the use cases for one command: settings from appsettings.json, the environment and the command line, in this order.
/// </summary>
internal static class CommandServices
{
    private const string JudgeKey = "AutoGrader__Judge__ApiKey";
    private const string SettingsFile = "appsettings.json";

    public static ServiceProvider Create(string? dataDirectory)
    {
        var configuration = Settings();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true)
            // Results go to the output and nothing else does.
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        AddUseCases(services, configuration, dataDirectory);
        return services.BuildServiceProvider();
    }

    /// <summary>The settings of the files and of the environment.</summary>
    public static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, SettingsFile), optional: true)
        .AddJsonFile(Path.GetFullPath(SettingsFile), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Registers the use cases with their database and their worker.</summary>
    public static void AddUseCases(IServiceCollection services, IConfiguration configuration, string? dataDirectory)
    {
        services.AddAutoGrader(options => Configure(options, configuration, dataDirectory));
        services.AddDatabase(configuration);
        services.AddPdfWorkerProcesses(PdfWorkerProgram.Command());
    }

    private static void Configure(AutoGraderOptions options, IConfiguration configuration, string? dataDirectory)
    {
        configuration.GetSection(AutoGraderOptions.Section).Bind(options);
        // From the environment alone, so that no key stands in a file that is shared.
        options.Judge.ApiKey = Environment.GetEnvironmentVariable(JudgeKey);
        options.DataDirectory = dataDirectory ?? options.DataDirectory;
        // The rubric that ships with the program is found from any folder.
        if (options.DefaultRubric is { } rubric && !File.Exists(rubric) && File.Exists(Path.Combine(AppContext.BaseDirectory, rubric)))
            options.DefaultRubric = Path.Combine(AppContext.BaseDirectory, rubric);
    }
}
