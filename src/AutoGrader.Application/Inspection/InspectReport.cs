using AutoGrader.Application.Isolation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Html.Svg;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Inspection;

/// <summary>
/// Reads one report to show what was read. Takes a PDF or a hand-in whatever its name is: the rules are <c>check</c>'s business. Scores
/// nothing and stores nothing.
/// </summary>
public sealed class InspectReport(IOptions<AutoGraderOptions> options, IPdfWorker worker)
{
    /// <summary>All rules are waived that a tutor could waive.</summary>
    private static readonly HashSet<string> Waived = [.. Enum.GetValues<ReasonCode>().Select(c => c.WireName())];

    /// <summary>Reads the file and, where that is wished, draws its pages.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or no single report in it.</exception>
    public async Task<ReportInspection> ExecuteAsync(
        string path, RubricVersion rubric, bool withDrawings = false, CancellationToken cancellationToken = default)
    {
        var pdf = ReportOf(path, rubric.Rubric);
        var reading = await worker.ReadAsync(pdf, options.Value.ReadLimits, cancellationToken);
        var answers = reading.Content is { Blocks.Count: > 0 } content ? AnswerLocator.Locate(content, rubric.Rubric) : null;
        // What cannot be read is not opened again.
        var isDrawn = withDrawings && reading.Content is not null;
        var drawings = isDrawn ? await worker.DrawAsync(pdf, options.Value.ReadLimits, cancellationToken) : PageDrawings.None;
        return new ReportInspection
        {
            FileName = Path.GetFileName(path),
            Content = reading.Content,
            Answers = answers,
            Reason = reading.Reason,
            Drawings = drawings,
            Language = answers?.Language ?? options.Value.DefaultLanguage,
        };
    }

    private static byte[] ReportOf(string path, Rubric rubric)
    {
        using var source = HandInSource.Open(path);
        if (source.HandIns.Count != 1)
            throw new UnusableInputException($"{path} holds {source.HandIns.Count} hand-ins; read one at a time.");
        var inspection = HandInInspector.Inspect(source, source.HandIns[0], rubric, row: null, Waived);
        return inspection.Pdf ?? throw new UnusableInputException(
            $"{path} holds no report to read: {string.Join(' ', inspection.Reasons.Select(r => r.Detail.English))}");
    }
}
