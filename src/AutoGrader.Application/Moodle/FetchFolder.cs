using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Application.Data;

namespace AutoGrader.Application.Moodle;

/// <summary>
/// Where files lie while an assignment's submissions are fetched, each under a name that stands for its address, size and time: a fetch
/// that was cut off goes on where it was. Deleted when the fetch is done.
/// </summary>
internal sealed class FetchFolder
{
    private readonly string _path;

    private FetchFolder(Database database, Guid assignmentId) =>
        (AssignmentId, _path) = (assignmentId, Path.Combine(Root(database), assignmentId.ToString("N")));

    /// <summary>Whose submissions lie there.</summary>
    public Guid AssignmentId { get; }

    public static FetchFolder Of(Database database, Guid assignmentId) => new(database, assignmentId);

    /// <summary>All that are there.</summary>
    public static IReadOnlyList<FetchFolder> All(Database database) => Directory.Exists(Root(database))
        ? [.. Directory.EnumerateDirectories(Root(database)).Order(StringComparer.Ordinal)
            .Select(path => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? new FetchFolder(database, id) : null)
            .OfType<FetchFolder>()]
        : [];

    /// <summary>The path of the export that is made of the files.</summary>
    public string ExportPath => Path.Combine(_path, "export.zip");

    /// <summary>The path of a file.</summary>
    public string PathOf(FileReply file)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{file.FileUrl}\n{file.FileSize}\n{file.TimeModified}");
        return Path.Combine(_path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))));
    }

    private static string Root(Database database) => Path.Combine(database.DataDirectory, "moodle");

    public void Create() => Directory.CreateDirectory(_path);

    public void Delete()
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }
}
