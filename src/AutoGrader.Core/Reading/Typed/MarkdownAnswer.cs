using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Typed;

/// <summary>
/// Turns an answer that was typed (Markdown with LaTeX: a forum post, a notebook cell, a published set of short answers) into blocks as a
/// reader of reports hands them over. Not a Markdown parser: paragraphs, list items, fenced code, tables and linear mathematics are all
/// that grading looks at. Places on a page are empty.
/// </summary>
public static partial class MarkdownAnswer
{
    /// <summary>The answer to a question; missing where nothing is typed.</summary>
    public static Answer Read(string questionId, string? markdown)
    {
        var blocks = string.IsNullOrWhiteSpace(markdown) ? [] : Blocks(markdown);
        return new Answer
        {
            QuestionId = questionId,
            State = blocks.Count == 0 ? AnswerState.Missing : AnswerState.Found,
            Confidence = 1,
            Blocks = blocks,
        };
    }

    /// <summary>The blocks in reading order.</summary>
    public static IReadOnlyList<ReportBlock> Blocks(string markdown)
    {
        var blocks = new List<ReportBlock>();
        foreach (var paragraph in Gap().Split(markdown.ReplaceLineEndings("\n").Trim()))
        {
            if (paragraph.StartsWith("```", StringComparison.Ordinal))
                Add(Linear(paragraph.Trim('`', '\n')), BlockKind.Code);
            else if (paragraph.StartsWith('|'))
                Add(string.Join('\n', paragraph.Split('\n').Select(Cells)), BlockKind.Table);
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
                    Add(Linear(string.Join(' ', open)), ListItem().IsMatch(open[0]) ? BlockKind.ListItem : BlockKind.Paragraph);
                open.Clear();
            }
        }

        void Add(string text, BlockKind kind)
        {
            if (!string.IsNullOrWhiteSpace(text))
                blocks.Add(new ReportBlock { Kind = kind, Text = text, Lines = [new ReportLine(0, text.Length, 1, default)] });
        }
    }

    private static string Cells(string line) => string.Join('\t', line.Trim('|', ' ').Split('|').Select(cell => Linear(cell.Trim())));

    // What stands between single backticks is code: two asterisks are a power there.
    private static string Linear(string text) =>
        string.Concat(text.Split('`').Select((part, i) => i % 2 == 1 && text.Count(c => c == '`') % 2 == 0 ? part : LinearText(part)));

    private static string LinearText(string text)
    {
        text = text.Replace(@"\mathbb{R}", " ℝ", StringComparison.Ordinal).Replace(@"\mathcal O", "O", StringComparison.Ordinal);
        text = Matrix().Replace(text, m => $"[[{RowsOf(m).Replace("\\\\", "], [", StringComparison.Ordinal)}]]");
        // Signs first: "\in\mathbf{R}" would else become one command.
        text = Command().Replace(text, m => Signs.GetValueOrDefault(m.Groups[1].Value, m.Value));
        for (var before = ""; before != text;)
        {
            before = text;
            text = Fraction().Replace(text, "($1)/($2)");
            text = Root().Replace(text, "sqrt($1)");
            text = Wrapper().Replace(text, "$1");
        }

        text = Spacing().Replace(text, " ");
        text = Command().Replace(text, " $1");
        return Markup().Replace(text, "");

        static string RowsOf(Match matrix) => matrix.Groups["rows"].Value.Replace("&", ",", StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> Signs = new (string Command, string Sign)[]
    {
        ("times", "×"), ("cdot", "·"), ("in", "∈"), ("infty", "∞"), ("to", "→"), ("rightarrow", "→"), ("Rightarrow", "⇒"), ("gg", "≫"),
        ("ll", "≪"), ("approx", "≈"), ("neq", "≠"), ("ne", "≠"), ("leq", "≤"), ("geq", "≥"), ("top", "T"), ("sum", "∑"), ("prod", "∏"),
        ("partial", "∂"), ("Theta", "Θ"), ("alpha", "α"), ("lambda", "λ"), ("sigma", "σ"), ("ldots", "…"), ("dots", "…"), ("cdots", "⋯"),
        ("left", ""), ("right", ""), ("quad", " "), ("qquad", " "),
    }.ToDictionary(s => s.Command, s => s.Sign, StringComparer.Ordinal);

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
