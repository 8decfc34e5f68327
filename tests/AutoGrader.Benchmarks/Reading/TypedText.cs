using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>A typed answer (Markdown with LaTeX) as the plain text that it prints.</summary>
internal static partial class TypedText
{
    public static string Plain(string markdown) =>
        Pieces().Replace(TableRule().Replace(markdown, ""), piece => piece switch
        {
            _ when piece.Groups["code"].Success => piece.Groups["code"].Value,
            _ when piece.Groups["formula"].Success => $" {LatexText.Of(piece.Groups["formula"].Value)} ",
            _ => piece.Groups["caption"].Value,
        });

    [GeneratedRegex(@"^\s*\|[-| :]+\|\s*$", RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(
        @"```\w*\n(?<code>.*?)```|`(?<code>[^`\n]+)`|\$\$(?<formula>.*?)\$\$|\$(?<formula>[^$]*)\$|!\[(?<caption>[^\]]*)\]\([^)]*\)",
        RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
