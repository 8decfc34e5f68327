using System.Text.Json;
using AutoGrader.Core.Computations;

namespace AutoGrader.Cli.Output;

/// <summary>The recomputed reference answers for programs.</summary>
internal static class ReferenceJson
{
    public static async Task WriteAsync(Terminal terminal, IReadOnlyList<ReferenceAnswer> answers, CancellationToken cancellationToken)
    {
        var document = answers.Select(answer => new
        {
            answer.QuestionId,
            Title = answer.Title.English,
            Given = answer.Given.Select(g => new { g.Name, Value = g.Value.ToRowArrays() }),
            Steps = answer.Steps.Select(s => new
            {
                s.Step.Name,
                Title = s.Step.Title.English,
                s.Step.Formula,
                Value = s.Value.ToRowArrays(),
            }),
        });
        await using var output = terminal.OpenOutput();
        await JsonSerializer.SerializeAsync(output, document, MachineJson.Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
