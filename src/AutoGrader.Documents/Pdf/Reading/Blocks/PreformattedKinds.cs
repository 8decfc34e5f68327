using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>Tells printed output from code among blocks in a typewriter font.</summary>
internal static partial class PreformattedKinds
{
    /// <summary>A longer line is no printed matrix.</summary>
    private const int LongestLine = 500;

    /// <summary>The drafts with their kinds decided.</summary>
    public static List<BlockDraft> Decide(List<BlockDraft> drafts)
    {
        var result = new List<BlockDraft>();
        foreach (var draft in drafts)
        {
            var isOutput = draft.Kind == BlockKind.Code && IsOutput(draft, result.Count > 0 ? result[^1] : null);
            result.Add(isOutput ? draft with { Kind = BlockKind.Output } : draft);
        }

        return result;
    }

    /// <summary>Output has no shade where the cell above it has one; else it is what does not look like code.</summary>
    private static bool IsOutput(BlockDraft draft, BlockDraft? before)
    {
        var lines = draft.Text.ToString().Split('\n').Where(l => l.Trim().Length > 0).ToList();
        var code = lines.Count(l => l.Length > LongestLine || CodeLine().IsMatch(l));
        var follows = before is { Kind: BlockKind.Code or BlockKind.Output } && before.Lines[^1].Shaded && !draft.Lines[0].Shaded;
        return follows ? code <= lines.Count * 0.7 : code < lines.Count * 0.3 && lines.Any(l => l.Any(char.IsDigit));
    }

    [GeneratedRegex(
        @"^\s*(?:import |from |def |for |if |else|return |with |class |print\s*\(|#|@)"
            + @"|^\s*[\p{L}_][\w.\[\], ]*\s*(?:[-+*/@]?=)(?!=)"
            + @"|\w\(.*\)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex CodeLine();
}
