using System.Globalization;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>Distribution of points and mean per question. Submissions that are not graded are never counted as zero points.</summary>
internal static class SummaryStatistics
{
    /// <summary>Most classes of the distribution; sheets with more points get wider classes.</summary>
    private const int MostBins = 25;

    public static IEnumerable<FeedbackBlock> Compose(IReadOnlyList<SummaryRow> rows, Points maximum, FeedbackWords words)
    {
        var assessed = rows
            .Where(SummaryTables.HasPoints)
            .Select(r => (Assessment: r.Assessment!, Open: r.Status == SubmissionStatus.NeedsReview || r.Assessment!.NeedsReview))
            .ToList();
        yield return new HeadingBlock(2, words.Say("Points", "Punkte"));
        if (assessed.Count == 0)
        {
            yield return new ParagraphBlock(words.Say("No submission has points yet.", "Noch hat keine Abgabe Punkte."));
            yield break;
        }

        yield return new ParagraphBlock(Sentence([.. assessed.Select(a => a.Assessment.Points)], assessed.Count(a => a.Open), words));
        yield return Histogram(assessed, maximum, words);
        yield return new GroupBlock(
        [
            new HeadingBlock(2, words.Say("Mean per question", "Mittelwert je Frage")),
            new PointsBarsBlock([.. Bars([.. assessed.Select(a => a.Assessment)], words)]),
        ]);
    }

    private static string Sentence(List<Points> points, int open, FeedbackWords words)
    {
        points.Sort();
        var mean = words.Number(points.Average(p => (double)p.Value), "0.0");
        var median = words.Number((double)(points[(points.Count - 1) / 2].Value + points[points.Count / 2].Value) / 2, "0.0#");
        var share = words.Percent((double)open / points.Count);
        var count = words.Number(points.Count);
        return words.Say(
            $"{count} assessed submissions: mean {mean}, median {median} points. {open} of them ({share}) need review; "
            + "their points are suggestions.",
            $"{count} bewertete Abgaben: Mittelwert {mean}, Median {median} Punkte. Davon sind {open} ({share}) zu prüfen; "
            + "ihre Punkte sind Vorschläge.");
    }

    private static HistogramBlock Histogram(List<(Assessment Assessment, bool Open)> assessed, Points maximum, FeedbackWords words)
    {
        // An assessment may be older than the rubric: its points decide too how far the axis reaches.
        var top = Math.Max(maximum.HalfPoints, assessed.Max(a => a.Assessment.Points.HalfPoints)) / 2;
        var width = 1 + top / MostBins;
        var bins = Enumerable.Range(0, top / width + 1).Select(i => (Decided: 0, Open: 0)).ToArray();
        foreach (var (assessment, open) in assessed)
        {
            ref var bin = ref bins[assessment.Points.HalfPoints / 2 / width];
            bin = open ? (bin.Decided, bin.Open + 1) : (bin.Decided + 1, bin.Open);
        }

        var step = words.Number(width);
        return new HistogramBlock
        {
            Caption = words.Say("Distribution of points", "Verteilung der Punkte"),
            AxisTitle = words.Say(
                $"points (classes of {step}; a class begins at its label)",
                $"Punkte (Klassen zu {step}; eine Klasse beginnt bei ihrer Beschriftung)"),
            DecidedTitle = words.Say("graded", "bewertet"),
            OpenTitle = words.Say("suggestion, needs review", "Vorschlag, zu prüfen"),
            Bins = [.. bins.Select((b, i) => new HistogramBin((i * width).ToString(CultureInfo.InvariantCulture), b.Decided, b.Open))],
        };
    }

    private static IEnumerable<PointsBar> Bars(IReadOnlyList<Assessment> assessments, FeedbackWords words)
    {
        // By id, because assessments of different rubric versions may differ in their questions.
        var ids = assessments.SelectMany(a => a.Questions).Select(q => q.QuestionId).Distinct();
        foreach (var id in ids)
        {
            var scores = assessments.SelectMany(a => a.Questions).Where(q => q.QuestionId == id).ToList();
            var mean = scores.Average(q => (double)q.Points.Value);
            var maximum = scores.Max(q => (double)q.Maximum.Value);
            var review = words.Percent((double)scores.Count(q => q.NeedsReview) / scores.Count);
            yield return new PointsBar(
                id,
                words.Say(scores[0].Title),
                maximum > 0 ? mean / maximum : 0,
                $"{words.Number(mean, "0.00")} / {words.Number(maximum)}",
                Tone.Neutral,
                words.Say($"{review} need review", $"{review} zu prüfen"));
        }
    }
}
