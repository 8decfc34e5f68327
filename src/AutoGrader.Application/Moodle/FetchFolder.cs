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

    private FetchFolder(string path) => _path = path;

    public static FetchFolder Of(Database database, Guid assignmentId) =>
        new(Path.Combine(database.DataDirectory, "moodle", assignmentId.ToString("N")));

    /// <summary>The path of the export that is made of the files.</summary>
    public string ExportPath => Path.Combine(_path, "export.zip");

    /// <summary>The path of a file.</summary>
    public string PathOf(FileReply file)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{file.FileUrl}\n{file.FileSize}\n{file.TimeModified}");
        return Path.Combine(_path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))));
    }

    public void Create() => Directory.CreateDirectory(_path);

    public void Delete()
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }
}
