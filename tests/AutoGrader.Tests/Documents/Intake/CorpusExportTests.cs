using System.Security.Cryptography;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using AutoGrader.Documents.Moodle;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Intake;

/// <summary>The development corpus as a Moodle 4.5 exported it: 45 participants, 14 of whom break or seem to break the rules.</summary>
public sealed class CorpusExportTests
{
    private static readonly HandInSource Source = HandInSource.Open(TestData.Path("corpus", "moodle-export", "submissions-folders.zip"));
    private static readonly GradingWorksheet Worksheet = GradingWorksheet.Read(TestData.Path("corpus", "moodle-export", "worksheet.csv"));

    public static TheoryData<string, string, string, string, string> Expected()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(TestData.Path("corpus", "moodle-export", "expected.csv")).Skip(1))
        {
            var cells = line.Split(',');
            data.Add(cells[0], cells[3], cells[5], cells[6], cells[7]);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void Inspect_corpus_export_verdict_reason_and_lateness(string participant, string uploaded, string verdict, string reason,
        string late)
    {
        var row = Worksheet.Rows.Single(r => r.ParticipantNumber == participant);
        var handIn = Source.HandIns.SingleOrDefault(h => h.ParticipantNumber == participant);
        if (verdict == "no_submission")
        {
            Assert.Null(handIn);
            Assert.True(row.IsNothingSubmitted);
            return;
        }

        var inspection = HandInInspector.Inspect(Source, handIn!, Rubrics.DueJune8, row);

        Assert.Equal(uploaded, inspection.Uploaded);
        // Whether the PDF can be read is the reader's to say.
        var isOurs = reason is not ("" or "no-text-layer" or "unreadable-pdf");
        var codes = inspection.Reasons.Select(r => r.Code.WireName()).ToArray();
        Assert.Equal([.. isOurs ? [reason] : Array.Empty<string>(), .. late.Length > 0 ? [late] : Array.Empty<string>()], codes);
        Assert.Equal(!isOurs, inspection.Pdf is not null);
    }

    [Fact]
    public void Open_corpus_export_loses_nobody()
    {
        Assert.Equal(InputKind.MoodleExport, Source.Kind);
        Assert.Equal(44, Source.HandIns.Count);
        Assert.Empty(Source.Remarks);
        Assert.Equal(Source.HandIns.Select(h => h.Key).Order(StringComparer.Ordinal), Source.HandIns.Select(h => h.Key));
        Assert.All(Source.HandIns, h => Assert.Single(Worksheet.Match(h).Rows));
    }

    [Fact]
    public void Inspect_corpus_export_without_worksheet_knows_late_from_the_entries_times()
    {
        var late = Source.HandIns.Where(
            h => HandInInspector.Inspect(Source, h, Rubrics.DueJune8, null).Reasons.Any(r => r.Code == ReasonCode.Late));

        Assert.Equal(["2318536", "2318537"], late.Select(h => h.Key));
    }

    [Fact]
    public void Inspect_corpus_export_in_parallel_gives_what_one_thread_gives()
    {
        static string? Hash(HandIn handIn) =>
            HandInInspector.Inspect(Source, handIn, Rubrics.DueJune8, null).Pdf is { } pdf ? Convert.ToHexString(SHA256.HashData(pdf))
                : null;
        var alone = Source.HandIns.Select(Hash).ToArray();

        var together = Source.HandIns.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Hash).ToArray();

        Assert.Equal(alone, together);
    }
}
