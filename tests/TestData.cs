namespace AutoGrader.Testing;

/// <summary>Finds the files in <c>tests/Data</c> and other folders of the repository, wherever the tests run.</summary>
internal static class TestData
{
    /// <summary>The root of the repository: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder below <c>tests/Data</c>.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, "tests", "Data", .. parts]);

    /// <summary>The path of a file or folder of the repository.</summary>
    public static string InRepository(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "AutoGrader.sln")))
            directory = directory.Parent;
        return directory?.FullName
            ?? throw new InvalidOperationException("The tests run outside the repository: AutoGrader.sln was not found.");
    }
}
