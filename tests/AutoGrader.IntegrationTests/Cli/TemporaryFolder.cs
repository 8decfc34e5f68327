using System.Globalization;

namespace AutoGrader.IntegrationTests.Cli;

/// <summary>A folder of its own for each call, removed when the test process ends.</summary>
internal static class TemporaryFolder
{
    private static readonly Lazy<DirectoryInfo> Root = new(() =>
    {
        var root = Directory.CreateTempSubdirectory("autograder-cli-tests-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        return root;
    });

    private static int _count;

    public static string Create()
    {
        var number = Interlocked.Increment(ref _count).ToString("D4", CultureInfo.InvariantCulture);
        return Root.Value.CreateSubdirectory(number).FullName;
    }
}
