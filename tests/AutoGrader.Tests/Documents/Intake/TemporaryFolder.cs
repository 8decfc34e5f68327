using System.IO.Compression;

namespace AutoGrader.Tests.Documents.Intake;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("autograder-test-").FullName;

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a zip of entries and returns its path.</summary>
    public string WriteZip(string name, params (string Path, byte[] Content)[] entries) => Write(name, Zip(entries));

    public static byte[] Zip(params (string Path, byte[] Content)[] entries)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
            foreach (var (path, content) in entries)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        return output.ToArray();
    }

    /// <summary>A hand-in with one PDF.</summary>
    public static byte[] HandIn(string pdfName, string pdf = "%PDF-1.7 test") => Zip((pdfName, System.Text.Encoding.UTF8.GetBytes(pdf)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
