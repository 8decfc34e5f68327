using System.Diagnostics;
using System.Globalization;

namespace AutoGrader.Application.Jobs;

/// <summary>
/// Names a process so that another on the same machine can tell whether it still lives: machine, process id, start time.
/// Process ids are used again; together with the start time they are not.
/// </summary>
public sealed class WorkerIdentity
{
    /// <summary>The name of this process.</summary>
    public string Name { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>Whether a worker is known to be dead. <c>false</c> where it lives or that cannot be told: then its lease decides.</summary>
    public static bool IsKnownDead(string worker)
    {
        var parts = worker.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) != worker;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string NameOf(Process process) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddHHmmss}");
}
