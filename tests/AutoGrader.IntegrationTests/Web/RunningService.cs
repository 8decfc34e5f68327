using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Cli.Hosting;
using AutoGrader.Testing;
using AutoGrader.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web;

/// <summary>The service on a free port of the loopback with a data directory of its own, deleted at the end.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningService(WebApplication app, string folder, LogLines logs, string console)
    {
        _app = app;
        _folder = folder;
        Logs = logs;
        Console = console;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    /// <summary>What was logged at Information and above.</summary>
    public LogLines Logs { get; }

    /// <summary>What the service said to the person who started it.</summary>
    public string Console { get; }

    public static async Task<RunningService> StartAsync(params (string Setting, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("autograder-web-").FullName;
        var logs = new LogLines();
        var console = new StringWriter();
        var values = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["AutoGrader:DataDirectory"] = Path.Combine(folder, "data"),
            ["AutoGrader:Web:RubricDirectory"] = TestData.InRepository("rubrics"),
            ["AutoGrader:Web:FreeMebibytes"] = "1",
            ["Logging:LogLevel:Default"] = "Information",
            ["AutoGrader:Web:SignInsPerMinute"] = "1000",
        };
        foreach (var (setting, value) in settings)
            values[setting] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var app = WebService.Build(configuration, services => services
            .AddAutoGrader(options => configuration.GetSection(AutoGraderOptions.Section).Bind(options))
            .AddDatabase(configuration)
            .RemoveAll<ILoggerProvider>()
            .AddSingleton<ILoggerProvider>(logs), console);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder, logs, console.ToString());
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<AutoGraderDbContext> OpenAsync() => Get<Database>().OpenAsync(TestContext.Current.CancellationToken);

    /// <summary>The password of everybody here.</summary>
    public const string Password = "correct horse battery";

    /// <summary>The link for the first person.</summary>
    public string FirstLink =>
        new Uri(Console.Split('\n').First(l => l.Contains("/invitation?", StringComparison.Ordinal)).Trim()).PathAndQuery;

    public static string EmailOf(string name) => $"{name.ToLowerInvariant()}@example.org";

    /// <summary>A browser without scripts: cookies of its own, and redirects followed.</summary>
    public Browser OpenBrowser() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
