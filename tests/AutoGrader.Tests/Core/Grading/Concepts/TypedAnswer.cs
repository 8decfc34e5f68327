using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Grading.Concepts;

/// <summary>Turns an answer as typed (Markdown with LaTeX) into blocks as the reader would hand them over.</summary>
internal static partial class TypedAnswer
{
    public static IReadOnlyList<ReportBlock> Blocks(string markdown)
    {
        var blocks = new List<ReportBlock>();
        foreach (var paragraph in Gap().Split(markdown.Trim()))
        {
            if (paragraph.StartsWith("```", StringComparison.Ordinal))
                Add(paragraph.Trim('`', '\n'), BlockKind.Code);
            else
                AddLines(paragraph);
        }

        return blocks;

        void AddLines(string paragraph)
        {
            var open = new List<string>();
            foreach (var line in paragraph.Split('\n'))
            {
                if (ListItem().IsMatch(line))
                    Flush();
                open.Add(line.Trim());
            }

            Flush();

            void Flush()
            {
                if (open.Count > 0)
                    Add(string.Join(' ', open), ListItem().IsMatch(open[0]) ? BlockKind.ListItem : BlockKind.Paragraph);
                open.Clear();
            }
        }

        void Add(string text, BlockKind kind) => blocks.Add(TextBlocks.Block(Linear(text), kind));
    }

    private static string Linear(string text)
    {
        text = Matrix().Replace(text, m => $"[[{RowsOf(m).Replace("\\\\", "], [", StringComparison.Ordinal)}]]");
        for (var before = ""; before != text;)
        {
            before = text;
            text = Fraction().Replace(text, "($1)/($2)");
            text = Root().Replace(text, "sqrt($1)");
            text = Wrapper().Replace(text, "$1");
        }

        foreach (var (command, sign) in Signs)
            text = Regex.Replace(text, $@"\\{command}(?![A-Za-z])", sign);
        text = Spacing().Replace(text, " ");
        text = Command().Replace(text, "$1");
        return Markup().Replace(text, "");

        static string RowsOf(Match matrix) => matrix.Groups["rows"].Value.Replace("&", ",", StringComparison.Ordinal);
    }

    private static readonly (string Command, string Sign)[] Signs =
    [
        ("times", "×"), ("cdot", "·"), ("in", "∈"), ("infty", "∞"), ("to", "→"), ("rightarrow", "→"), ("Rightarrow", "⇒"), ("gg", "≫"),
        ("ll", "≪"), ("approx", "≈"), ("neq", "≠"), ("ne", "≠"), ("leq", "≤"), ("geq", "≥"), ("top", "T"), ("sum", "∑"), ("prod", "∏"),
        ("partial", "∂"), ("Theta", "Θ"), ("alpha", "α"), ("lambda", "λ"), ("sigma", "σ"), ("ldots", "…"), ("dots", "…"), ("cdots", "⋯"),
        ("left", ""), ("right", ""), ("quad", " "), ("qquad", " "),
    ];

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\s*([-*]|\d{1,2}[.)])\s")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\\begin\{(?<kind>[pbv]?matrix)\}(?<rows>.*?)\\end\{\k<kind>\}", RegexOptions.Singleline)]
    private static partial Regex Matrix();

    [GeneratedRegex(@"\\[dt]?frac\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\\sqrt\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"\\(?:mathbb|mathcal|mathrm|mathbf|text|textbf|textit|operatorname|hat|tilde|bar|boldsymbol|vec)\*?\{([^{}]*)\}")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\*\*|[$`]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\\[,;:! ]")]
    private static partial Regex Spacing();

    [GeneratedRegex(@"\\([A-Za-z]+)")]
    private static partial Regex Command();
}
