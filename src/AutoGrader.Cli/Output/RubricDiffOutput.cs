using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Comparison;

namespace AutoGrader.Cli.Output;

/// <summary>The differences between two rubrics, for people and for programs.</summary>
internal static class RubricDiffOutput
{
    /// <summary>A line for each change, below a heading for each part; long texts are not cut.</summary>
    public static void WriteText(TextWriter output, IReadOnlyList<RubricChange> changes, Language language)
    {
        var isGerman = language == Language.German;
        if (changes.Count == 0)
            output.WriteLine(isGerman ? "Beide bedeuten dasselbe." : "Both mean the same.");
        foreach (var part in changes.GroupBy(c => (c.Part, c.Id)))
        {
            output.WriteLine(part.Key.Part switch
            {
                RubricPart.Sheet => isGerman ? "Blatt" : "Sheet",
                RubricPart.Question => (isGerman ? "Frage " : "Question ") + part.Key.Id,
                _ => (isGerman ? "Kriterium " : "Criterion ") + part.Key.Id,
            });
            foreach (var change in part)
                output.WriteLine($"  {Line(change, language, isGerman)}");
        }
    }

    public static async Task WriteJsonAsync(
        Terminal terminal, RubricVersion before, RubricVersion after, IReadOnlyList<RubricChange> changes,
        CancellationToken cancellationToken)
    {
        var document = new
        {
            Before = new { before.Rubric.Id, before.Hash },
            After = new { after.Rubric.Id, after.Hash },
            Changes = changes.Select(c => new { c.Kind, c.Part, c.Id, c.Property, c.Before, c.After }),
        };
        await using var output = terminal.OpenOutput();
        await JsonSerializer.SerializeAsync(output, document, MachineJson.Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private static string Line(RubricChange change, Language language, bool isGerman) => change.Kind switch
    {
        RubricChangeKind.Added => $"+ {change.Label.In(language)}: {change.After}",
        RubricChangeKind.Removed => $"- {change.Label.In(language)}: {change.Before}",
        RubricChangeKind.Moved when isGerman => $"~ verschoben: stand unter {change.Before}, steht unter {change.After}",
        RubricChangeKind.Moved => $"~ moved: stood below {change.Before}, stands below {change.After}",
        _ => $"~ {change.Label.In(language)}: {change.Before} -> {change.After}",
    };
}
