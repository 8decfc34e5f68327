using System.Diagnostics;
using AutoGrader.Cli.Commands;
using AutoGrader.Cli.Hosting;

namespace AutoGrader.IntegrationTests.Application.Runs;

/// <summary>The real program as <c>autograder worker</c> or <c>serve</c>, in a process of its own.</summary>
internal sealed class WorkerProgram : IDisposable
{
    private readonly Process _process;

    private WorkerProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a worker on the data of an installation.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="untilIdle">Whether it ends when nothing is left to do.</param>
    /// <param name="settings">Further settings, by their names in the environment.</param>
    public static WorkerProgram Start(
        Installation installation, bool untilIdle, IReadOnlyDictionary<string, string>? settings = null) =>
        Start(installation, untilIdle ? ["worker", "--until-idle"] : ["worker"], settings);

    /// <summary>Starts the whole service on the data of an installation, on a port that it chooses.</summary>
    public static WorkerProgram Serve(Installation installation, IReadOnlyDictionary<string, string>? settings = null) =>
        Start(installation, ["serve", "--urls", "http://127.0.0.1:0"], settings);

    private static WorkerProgram Start(
        Installation installation, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo(
            PdfWorkerProgram.DotnetHost(),
            [typeof(WorkerCommand).Assembly.Location, .. command, "--data", Path.Combine(installation.Folder, "data")])
        {
            WorkingDirectory = installation.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["AutoGrader__Database"] = installation.Database.ConnectionString ?? "sqlite";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read, so that a talkative worker does not wait for a reader.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProgram(process);
    }

    /// <summary>SIGKILL: it can do nothing about it.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGTERM: it may finish what it must.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using (Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
