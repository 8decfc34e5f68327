using System.IO.Compression;
using AutoGrader.Documents.Intake;
using AutoGrader.Tests.Documents.Moodle;

namespace AutoGrader.Tests.Documents.Intake;

/// <summary>Every sample export of the running Moodle, in every form it can reach us, against its truth.</summary>
public sealed class MoodleExportTests
{
    public static TheoryData<string, bool, string> Forms()
    {
        var data = new TheoryData<string, bool, string>();
        foreach (var sample in MoodleTruth.Samples)
            foreach (var flat in new[] { false, true })
                foreach (var form in new[] { "zip", "wrapped zip", "unpacked", "unpacked in a wrapper", "old" })
                    // There was no flat form with the old underscore, and no file system holds the longest flat name (formats, 1.4: 400
                    // bytes).
                    if (!(flat &&
                        (form == "old" || sample == "variants/hard-filenames" && form.StartsWith("unpacked", StringComparison.Ordinal))))
                        data.Add(sample, flat, form);
        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Open_sample_export_finds_everybodys_files(string sample, bool flat, string form)
    {
        var truth = MoodleTruth.Read(sample);
        using var folder = new TemporaryFolder();
        var input = InForm(form, truth.PathOf(flat ? "submissions-flat.zip" : "submissions-folders.zip"), folder);
        using var source = HandInSource.Open(input);

        Assert.Equal(InputKind.MoodleExport, source.Kind);
        Assert.Empty(source.Remarks);
        var withFiles = source.HandIns.Where(h => h.Files.Count > 0).ToArray();
        var expected = truth.Files(flat);
        Assert.Equal(expected.Keys, withFiles.Select(h => h.ParticipantNumber));
        Assert.All(withFiles, h => Assert.Equal(expected[h.ParticipantNumber!], h.Files.Select(f => f.Path)));
        Assert.All(source.HandIns, h => Assert.Equal(h.ParticipantNumber, h.Key));
        Assert.Equal(source.HandIns.Select(h => h.Key).Order(StringComparer.Ordinal), source.HandIns.Select(h => h.Key));
        Assert.All(source.HandIns.SelectMany(h => h.Files), f => Assert.Equal(f.Length, source.ReadAll(f, f.Length)!.Length));
        Assert.Equal(sample == "variants/blind", source.HandIns.All(h => h.Name is null));
    }

    [Theory]
    [InlineData("variants/workflow-onlinetext-multifile", "2318435", "2318439")]
    [InlineData("variants/drafts-noemail", "2318475", "2318472")]
    public void Open_export_with_online_text_knows_who_wrote_one(string sample, string withFile, string withoutFile)
    {
        using var source = HandInSource.Open(MoodleTruth.Read(sample).PathOf("submissions-flat.zip"));

        Assert.Equal(new HashSet<string> { withFile, withoutFile },
            source.HandIns.Where(h => h.HasOnlineText).Select(h => h.Key).ToHashSet());
        Assert.Empty(source.HandIns.Single(h => h.Key == withoutFile).Files);
    }

    [Fact]
    public void Open_export_in_german_and_english_keeps_the_name_moodle_cleaned()
    {
        using var source = HandInSource.Open(MoodleTruth.Read("variants/hard-filenames").PathOf("submissions-flat.zip"));

        Assert.Equal("12 34 5", source.HandIns.Single(h => h.Key == "2318509").Name);
        Assert.Equal("9_assignsubmission_file_x.pdf", Assert.Single(source.HandIns.Single(h => h.Key == "2318509").Files).Path);
        Assert.Equal("Slash Q Tag  Co", source.HandIns.Single(h => h.Key == "2318511").Name);
    }

    [Fact]
    public void Open_export_takes_the_upload_time_from_the_zip_and_from_no_unpacked_folder()
    {
        var path = MoodleTruth.Read(".").PathOf("submissions-folders.zip");
        using var folder = new TemporaryFolder();
        using var zipped = HandInSource.Open(path);
        using var unpacked = HandInSource.Open(InForm("unpacked", path, folder));

        Assert.Equal(new DateTime(2026, 11, 23, 8, 20, 0), zipped.HandIns.Single(h => h.Key == "2318411").Files[0].UploadedAt);
        Assert.All(unpacked.HandIns, h => Assert.Null(h.Files[0].UploadedAt));
    }

    private static string InForm(string form, string zip, TemporaryFolder folder)
    {
        using var archive = ZipFile.OpenRead(zip);
        (string Path, byte[] Content)[] entries = [.. archive.Entries.Select(e => (e.FullName, Content(e)))];
        switch (form)
        {
            case "zip":
                return zip;
            case "wrapped zip":
                return folder.WriteZip("x.zip",
                    [.. entries.Select(e => ("IVU-Exercise Sheet 5-913378/" + e.Path, e.Content)),
                        ("__MACOSX/IVU-Exercise Sheet 5-913378/._x", [1]), (".DS_Store", [1])]);
            case "old":
                return folder.WriteZip("x.zip",
                    [.. entries.Select(
                        e => (e.Path.Replace("_file/", "_file_/", StringComparison.Ordinal)
                            .Replace("_onlinetext/", "_onlinetext_/", StringComparison.Ordinal), e.Content))]);
            default:
                var root = Path.Combine(folder.Path, "export");
                foreach (var (path, content) in entries)
                    folder.Write(Path.Combine("export", form == "unpacked" ? "" : "a wrapper", path), content);
                folder.Write(Path.Combine("export", ".DS_Store"), [1]);
                return root;
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
