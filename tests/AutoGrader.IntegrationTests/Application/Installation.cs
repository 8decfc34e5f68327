using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The program with a data directory of its own below the system's temporary folder, deleted at the end.</summary>
internal sealed class Installation : IDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="replace">Registers services in place of the program's.</param>
    /// <param name="postgres">Whether the rows are kept on PostgreSQL; <c>null</c> leaves it to the environment.</param>
    public Installation(Action<IServiceCollection>? replace = null, bool? postgres = null)
    {
        Database = TestDatabase.Create(postgres ?? TestDatabase.IsPostgresDefault);
        Folder = Directory.CreateTempSubdirectory("autograder-").FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        replace?.Invoke(services);
        services.AddAutoGrader(options => options.DataDirectory = Path.Combine(Folder, "data"));
        services.AddSingleton(Database.Provider);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    /// <summary>Where the rows are kept.</summary>
    public TestDatabase Database { get; }

    /// <summary>A folder for this test alone; the data lie in <c>data</c> below it.</summary>
    public string Folder { get; }

    /// <summary>The rubric of the corpus.</summary>
    public static RubricVersion Rubric { get; } =
        RubricReader.Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")), "ivu-sheet-05.yaml").Version!;

    public static string Samples(string name) => TestData.InRepository("samples", name);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<AutoGraderDbContext> OpenAsync() =>
        Get<AutoGrader.Application.Data.Database>().OpenAsync(TestContext.Current.CancellationToken);

    public string Out(string name = "out") => Path.Combine(Folder, name);

    /// <summary>Grades; unless told otherwise the samples with their worksheet.</summary>
    public Task<GradeResult> GradeAsync(
        Func<GradeRequest, GradeRequest>? change = null, IProgress<GradeProgress>? progress = null, CancellationToken? cancel = null)
    {
        var request = new GradeRequest
        {
            InputPath = Samples("submissions.zip"),
            WorksheetPath = Samples("worksheet.csv"),
            Rubric = Rubric,
            OutputDirectory = Out(),
            Actor = "test",
        };
        return Get<GradeInput>()
            .ExecuteAsync(change?.Invoke(request) ?? request, progress, cancel ?? TestContext.Current.CancellationToken);
    }

    /// <summary>All files below a folder by relative path, with their content's hash.</summary>
    public static IReadOnlyDictionary<string, string> Snapshot(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path), path => ArtifactStore.HashOf(File.ReadAllBytes(path)), StringComparer.Ordinal);

    public void Dispose()
    {
        _services.Dispose();
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
