using System.Text.Json;
using AutoGrader.Application.Rubrics;

namespace AutoGrader.Cli.Output;

/// <summary>A rehearsal for programs.</summary>
internal static class RehearsalJson
{
    public static async Task WriteAsync(Terminal terminal, RehearsedRubric rehearsed, CancellationToken cancellationToken)
    {
        var report = rehearsed.Report;
        var document = new
        {
            Rubric = rehearsed.Version.Rubric.Id,
            Version = rehearsed.Version.Hash,
            Clean = report.IsClean,
            Solution = new
            {
                Points = report.Suggested.Value,
                Automatic = report.Automatic.Value,
                Max = report.Maximum.Value,
                Criteria = report.Solution.Select(s => new
                {
                    Id = s.CriterionId,
                    Points = s.Points.Value,
                    Max = s.Maximum.Value,
                    s.Confidence,
                    s.NeedsReview,
                    Rationale = s.Rationale.English,
                }),
            },
            Rehearsed = report.Counts,
            Findings = report.Findings.Select(f => new
            {
                f.Code,
                Weight = f.IsHint ? "hint" : "finding",
                f.Subject,
                f.What.File,
                f.What.Line,
                f.What.Column,
                Message = f.What.Message.English,
                Remedy = f.What.Remedy.English,
            }),
        };
        await using var output = terminal.OpenOutput();
        await JsonSerializer.SerializeAsync(output, document, MachineJson.Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
