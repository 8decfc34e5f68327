using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Migrations.Sqlite;
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

    private RunningService(WebApplication app, string folder, LogLines logs)
    {
        _app = app;
        _folder = folder;
        Logs = logs;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    /// <summary>What was logged at Information and above.</summary>
    public LogLines Logs { get; }

    public static async Task<RunningService> StartAsync(params (string Setting, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("autograder-web-").FullName;
        var logs = new LogLines();
        var values = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["AutoGrader:DataDirectory"] = Path.Combine(folder, "data"),
            ["AutoGrader:DefaultRubric"] = TestData.InRepository("rubrics", "ivu-sheet-05.yaml"),
            ["AutoGrader:Web:FreeMebibytes"] = "1",
            ["Logging:LogLevel:Default"] = "Information",
            ["AutoGrader:Web:SignInsPerMinute"] = "1000",
        };
        foreach (var (setting, value) in settings)
            values[setting] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var app = WebService.Build(configuration, services => services
            .AddAutoGrader(options => configuration.GetSection(AutoGraderOptions.Section).Bind(options))
            .AddAutoGraderSqlite()
            .RemoveAll<ILoggerProvider>()
            .AddSingleton<ILoggerProvider>(logs));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder, logs);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<AutoGraderDbContext> OpenAsync() => Get<Database>().OpenAsync(TestContext.Current.CancellationToken);

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
