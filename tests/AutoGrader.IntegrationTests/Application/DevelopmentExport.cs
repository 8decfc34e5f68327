using System.Text.Json;
using AutoGrader.Application.Grading;
using AutoGrader.IntegrationTests.Application;
using AutoGrader.Testing;

[assembly: AssemblyFixture(typeof(DevelopmentExport))]

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The whole development export with its worksheet, graded once for all tests that only look at the result.</summary>
public sealed class DevelopmentExport : IAsyncLifetime
{
    private readonly Installation _installation = new();

    internal static string InputPath => TestData.Path("corpus", "moodle-export", "submissions-folders.zip");

    internal static string WorksheetPath => TestData.Path("corpus", "moodle-export", "worksheet.csv");

    internal GradeResult Result { get; private set; } = null!;

    internal string Out => _installation.Out();

    internal JsonElement Assessments { get; private set; }

    /// <summary>What must become of each participant, as the corpus says.</summary>
    internal static IReadOnlyList<Dictionary<string, string>> Expected { get; } =
        ReadTable(TestData.Path("corpus", "moodle-export", "expected.csv"));

    public async ValueTask InitializeAsync()
    {
        Result = await GradeAsync(_installation, _installation.Out(), parallel: null);
        Assessments = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Out, "assessments.json"))).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        _installation.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<GradeResult> AgainAsync(string directory) => GradeAsync(_installation, directory, parallel: null);

    internal static Task<GradeResult> GradeAsync(Installation installation, string directory, int? parallel) =>
        installation.GradeAsync(request => request with
        {
            InputPath = InputPath,
            WorksheetPath = WorksheetPath,
            OutputDirectory = directory,
            Parallel = parallel,
        });

    internal static List<Dictionary<string, string>> ReadTable(string path)
    {
        using var csv = new CsvHelper.CsvReader(new StreamReader(path), System.Globalization.CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? "", StringComparer.Ordinal));
        return rows;
    }
}
