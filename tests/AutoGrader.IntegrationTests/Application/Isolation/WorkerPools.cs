using AutoGrader.Application.Isolation;
using AutoGrader.Cli.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoGrader.IntegrationTests.Application.Isolation;

/// <summary>Workers for tests: the program's own, and one that misbehaves as it is told.</summary>
internal static class WorkerPools
{
    public static PdfWorkerPool Own() => Of(PdfWorkerProgram.Command());

    public static PdfWorkerPool Hostile(string how) => Of(HostileCommand(how));

    public static PdfWorkerPool Of(PdfWorkerCommand command) => new(command, TimeProvider.System, NullLogger<PdfWorkerPool>.Instance);

    public static PdfWorkerCommand HostileCommand(string how) =>
        new(PdfWorkerProgram.DotnetHost(), [Path.Combine(AppContext.BaseDirectory, "AutoGrader.TestWorker.dll"), how]);
}
