using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks;

/// <summary>
/// Makes a large Moodle export from a small one, for measurements: every hand-in that follows the naming convention is repeated under new
/// participant and matriculation numbers. Each copy of a PDF differs by a trailing comment, so that nothing is recognised as already read.
/// </summary>
internal static partial class EnlargedExport
{
    private const int FirstParticipant = 5_000_000;
    private const int FirstMatriculation = 20_000_000;

    /// <summary>Writes the export and its worksheet beside it.</summary>
    public static void Write(string sourcePath, int count, string targetPath)
    {
        using var source = ZipFile.OpenRead(sourcePath);
        var templates = source.Entries.Where(e => HandInName().IsMatch(e.FullName)).Select(ReadTemplate).OfType<Template>().ToList();
        using var target = new ZipArchive(File.Create(targetPath), ZipArchiveMode.Create);
        var worksheet = new StringBuilder("\uFEFFIdentifier,\"Full name\",Status,Grade,\"Maximum grade\",\"Grade can be changed\",")
            .Append("\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n");
        for (var i = 0; i < count; i++)
        {
            AddCopy(target, templates[i % templates.Count], i);
            var name = templates[i % templates.Count].Name;
            worksheet.Append(CultureInfo.InvariantCulture, $"\"Participant {FirstParticipant + i}\",\"{name}\",")
                .Append("\"Submitted for grading -  - \",,20.00,Yes,\"Friday, 5 June 2026, 2:03 PM\",-,\n");
        }

        File.WriteAllText(Path.ChangeExtension(targetPath, ".csv"), worksheet.ToString());
    }

    private static Template? ReadTemplate(ZipArchiveEntry entry)
    {
        var match = HandInName().Match(entry.FullName);
        try
        {
            using var inner = new ZipArchive(entry.Open(), ZipArchiveMode.Read);
            var pdfs = inner.Entries.Where(e => e.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).ToList();
            if (pdfs.Count != 1)
                return null;
            using var memory = new MemoryStream();
            using (var stream = pdfs[0].Open())
                stream.CopyTo(memory);
            return new Template(match.Groups["name"].Value, match.Groups["surname"].Value, memory.ToArray());
        }
        catch (InvalidDataException)
        {
            // The corpus holds damaged archives on purpose; they are no templates.
            return null;
        }
    }

    private static void AddCopy(ZipArchive target, Template template, int index)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{template.Surname}-{FirstMatriculation + index}");
        using var content = new MemoryStream();
        using (var inner = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var pdf = inner.CreateEntry(stem + ".pdf", CompressionLevel.Fastest).Open();
            pdf.Write(template.Pdf);
            pdf.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n% copy {index}\n")));
        }

        var folder = string.Create(CultureInfo.InvariantCulture, $"{template.Name}_{FirstParticipant + index}_assignsubmission_file");
        using var output = target.CreateEntry($"{folder}/{stem}.zip", CompressionLevel.NoCompression).Open();
        output.Write(content.ToArray());
    }

    [GeneratedRegex(@"^(?<name>[^_/]*)_\d+_assignsubmission_file/(?<surname>[^/\d]+)-\d{5,10}\.zip$", RegexOptions.CultureInvariant)]
    private static partial Regex HandInName();

    private sealed record Template(string Name, string Surname, byte[] Pdf);
}
