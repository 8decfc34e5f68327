using System.Text.Json;
using AutoGrader.Application.Review.Desk;

namespace AutoGrader.Cli.Output;

/// <summary>The queue of open decisions for programs.</summary>
internal static class ReviewJson
{
    public static async Task WriteAsync(Terminal terminal, ReviewList list, bool isBlind, CancellationToken cancellationToken)
    {
        var document = new
        {
            Run = list.RunId,
            Rubric = list.Rubric.Rubric.Id,
            Version = list.Rubric.Hash,
            list.Open,
            // How many items are settled after the first, the second, … decision.
            Settled = Enumerable.Range(1, list.Groups.Count).Select(list.SettledBy),
            Groups = list.Groups.Select(g => new
            {
                g.Key,
                Question = g.QuestionId,
                Criterion = g.CriterionId,
                Suggestion = g.Suggestion.Value,
                Max = g.Maximum.Value,
                g.Confidence,
                g.Effect,
                g.Submissions,
            }),
            HandIns = list.HandIns.Select(h => new
            {
                Submission = h.SubmissionId,
                Participant = isBlind ? null : h.Participant,
                h.Status,
                Reasons = h.Reasons.Select(r => r.Code),
            }),
        };
        await using var output = terminal.OpenOutput();
        await JsonSerializer.SerializeAsync(output, document, MachineJson.Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
