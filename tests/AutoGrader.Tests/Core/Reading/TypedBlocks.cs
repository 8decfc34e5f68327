using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>A block of a typed answer.</summary>
internal sealed record TypedBlock(BlockKind Kind, string Text);

/// <summary>Cuts a typed answer (Markdown with LaTeX) into blocks like those of a reader.</summary>
internal static partial class TypedBlocks
{
    public static IReadOnlyList<TypedBlock> Of(string markdown)
    {
        var blocks = new List<TypedBlock>();
        foreach (Match piece in Pieces().Matches(markdown))
        {
            if (piece.Groups["code"].Success)
                blocks.Add(new TypedBlock(BlockKind.Code, piece.Groups["code"].Value.Trim()));
            else if (piece.Groups["formula"].Success)
                blocks.Add(new TypedBlock(BlockKind.Formula, Plain(piece.Groups["formula"].Value)));
            else
                blocks.AddRange(Prose(piece.Value));
        }

        return [.. blocks.Where(b => b.Text.Length > 0)];
    }

    private static IEnumerable<TypedBlock> Prose(string text) =>
        from paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        from block in Items(paragraph)
        select block;

    private static IEnumerable<TypedBlock> Items(string paragraph)
    {
        if (paragraph.TrimStart().StartsWith('|'))
            return [new TypedBlock(BlockKind.Table, paragraph.Trim().Replace('|', '\t'))];
        var lines = paragraph.Split('\n');
        return lines.Any(l => ItemMark().IsMatch(l))
            ? lines.Select(l => new TypedBlock(ItemMark().IsMatch(l) ? BlockKind.ListItem : BlockKind.Paragraph, Plain(l)))
            : [new TypedBlock(BlockKind.Paragraph, Plain(paragraph))];
    }

    private static string Plain(string text) => Blanks().Replace(Marks().Replace(Environments().Replace(text, " "), ""), " ").Trim();

    [GeneratedRegex(@"```\w*\n(?<code>.*?)```|\$\$(?<formula>.*?)\$\$|(?:(?!```|\$\$).)+", RegexOptions.Singleline)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^\s*(?:[-*]|\d+\.)\s")]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"\\(?:begin|end)\{\w+\}|\\\\|&")]
    private static partial Regex Environments();

    [GeneratedRegex(@"\*\*|[$`{}\\]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
