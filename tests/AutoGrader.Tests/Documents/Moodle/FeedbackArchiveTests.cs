using System.IO.Compression;
using AutoGrader.Documents.Moodle;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Moodle;

public sealed class FeedbackArchiveTests
{
    [Fact]
    public void Add_names_are_those_of_the_archive_that_the_running_moodle_took()
    {
        using var taken = ZipFile.OpenRead(TestData.Path("moodle", "roundtrip", "feedback.zip"));
        var worksheet = GradingWorksheet.Read(TestData.Path("moodle", "worksheet.csv"));

        var bytes = Archive(a =>
        {
            foreach (var row in worksheet.Rows.Where(r => !r.IsNothingSubmitted))
                a.Add(row.ParticipantNumber, row.FullName, "feedback-sheet5.pdf", [1, 2, 3]);
        });

        // Theirs kept no apostrophe from Moodle's own cleaning either.
        Assert.Equal(taken.Entries.Select(e => e.FullName.Replace("'", "")).Order(StringComparer.Ordinal),
            Names(bytes).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Under_score Na_me", "f.pdf", "Under score Na me_7_assignfeedback_file/f.pdf")]
    [InlineData("Sla/sh: \"Q\" Tag & Co", "f.pdf", "Slash Q Tag  Co_7_assignfeedback_file/f.pdf")]
    [InlineData("..", "f.pdf", "Participant_7_assignfeedback_file/f.pdf")]
    [InlineData("~x", "~f.pdf", "x_7_assignfeedback_file/f.pdf")]
    [InlineData(null, "a/b\\c.pdf", "Participant_7_assignfeedback_file/abc.pdf")]
    [InlineData("مريم", "feedback_v2.pdf", "مريم_7_assignfeedback_file/feedback_v2.pdf")]
    [InlineData("a\u0007b*?", "f.pdf", "ab_7_assignfeedback_file/f.pdf")]
    public void Add_names_are_cleaned(string? name, string file, string expected) =>
        Assert.Equal([expected], Names(Archive(a => a.Add("7", name, file, [1]))));

    [Fact]
    public void Add_long_names_fit_moodles_255_characters_with_whole_characters()
    {
        var name = Assert.Single(
            Names(Archive(a => a.Add("7", string.Concat(Enumerable.Repeat("😀", 200)), new string('f', 400) + ".pdf", [1]))));

        var parts = name.Split('/');
        Assert.True(("/import/" + parts[0] + "/").Length <= 255 && parts[1].Length <= 255);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', name);
    }

    [Fact]
    public void Add_every_entry_is_understood_by_moodles_rule()
    {
        foreach (var name in Names(Archive(a => a.Add("2318410", "Jürgen_Müller_12", "x.pdf", [1]))))
        {
            var parts = name.Split('/')[0].Split('_', 5);
            Assert.Equal(("2318410", "assignfeedback", "file"), (parts[1], parts[2], parts[3]));
        }
    }

    [Fact]
    public void Dispose_same_input_gives_the_same_bytes_and_flags_names_as_utf8()
    {
        static byte[] Make() => Archive(a => a.Add("7", "Jürgen Müller", "f.pdf", [1, 2, 3]));

        var bytes = Make();
        Assert.Equal(bytes, Make());
        Assert.Equal(0x08, bytes[7] & 0x08);
    }

    [Fact]
    public void Add_same_file_twice_or_no_number_is_refused()
    {
        using var archive = new FeedbackArchive(new MemoryStream());
        archive.Add("7", "A", "f.pdf", [1]);

        Assert.Throws<ArgumentException>(() => archive.Add("7", "A", "F.pdf", [1]));
        Assert.Throws<ArgumentException>(() => archive.Add("", "A", "f.pdf", [1]));
        Assert.Throws<ArgumentException>(() => archive.Add("12a", "A", "f.pdf", [1]));
    }

    private static byte[] Archive(Action<FeedbackArchive> add)
    {
        using var output = new MemoryStream();
        using (var archive = new FeedbackArchive(output))
            add(archive);
        return output.ToArray();
    }

    private static List<string> Names(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return [.. archive.Entries.Select(e => e.FullName)];
    }
}
