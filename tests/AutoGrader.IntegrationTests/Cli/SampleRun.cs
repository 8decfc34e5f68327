using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary>The README's first command, run once for all tests of a class.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    private CommandRun? _run;

    public static string Rubric => TestData.InRepository("rubrics", "ivu-sheet-05.yaml");

    public string Input { get; } = TestData.InRepository("samples", "submissions.zip");

    public string Out { get; } = TemporaryFolder.Create();

    public string[] Arguments =>
    [
        "grade", Input,
        "--worksheet", TestData.InRepository("samples", "worksheet.csv"),
        "--rubric", Rubric,
        "--data", _data,
        "--out", Out,
    ];

    internal CommandRun Run => _run ?? throw new InvalidOperationException("The samples have not been graded yet.");

    private readonly string _data = TemporaryFolder.Create();

    public async ValueTask InitializeAsync() => _run = await CommandRun.Of(Arguments);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
