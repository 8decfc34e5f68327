using System.Runtime.InteropServices;
using AutoGrader.Application.Isolation;

namespace AutoGrader.Cli.Hosting;

/// <summary>This program as a worker that opens PDFs: started by itself with one hidden argument.</summary>
internal static class PdfWorkerProgram
{
    /// <summary>The hidden argument. No command: a worker starts often, and needs neither parser nor settings.</summary>
    public const string Argument = "pdf-worker";

    /// <summary>How this program starts itself as a worker, also where it is a library of another one, as in tests.</summary>
    public static PdfWorkerCommand Command()
    {
        var library = typeof(PdfWorkerProgram).Assembly.Location;
        var current = Environment.ProcessPath ?? "";
        var isItself = library.Length == 0 // bundled into one file
            || Path.GetFileNameWithoutExtension(current) == Path.GetFileNameWithoutExtension(library);
        return isItself ? new(current, [Argument]) : new(DotnetHost(), [library, Argument]);
    }

    /// <summary>Works until the standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        await using var requests = Console.OpenStandardInput();
        await using var answers = Console.OpenStandardOutput();
        // Nobody else may write into the answers.
        Console.SetOut(TextWriter.Null);
        return await PdfWorker.RunAsync(requests, answers);
    }

    /// <summary>The host of this process's runtime, which lies in <c>shared/Microsoft.NETCore.App/VERSION</c> beside it.</summary>
    public static string DotnetHost() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
