using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Matrices;

/// <summary>
/// Names for matrices in code (the variable they are assigned to) and in output (the label above, or the expression that was printed).
/// </summary>
internal static partial class PrintedNames
{
    private const int LongestLabel = 60;

    /// <summary>How far before a matrix its label is looked for; a longer line of code is no expression to name a matrix by.</summary>
    private const int LongestLook = 300;

    /// <summary>Names by what stands on the matrix's own line and on the line above.</summary>
    public static List<MatrixReading> ByLabel(string text, IReadOnlyList<MatrixReading> matrices)
    {
        var named = new List<MatrixReading>();
        var from = 0;
        foreach (var matrix in matrices)
        {
            var between = text[Math.Max(from, matrix.Start - LongestLook)..matrix.Start];
            from = matrix.Start + matrix.Length;
            var assignment = Assignment().Match(between);
            named.Add(matrix with { Name = assignment.Success ? assignment.Groups["name"].Value : LabelBefore(between) });
        }

        return named;
    }

    private static string? LabelBefore(string text)
    {
        var label = Label().Match(text);
        var name = label.Groups["name"].Value.Trim();
        return label.Success && name.Length is > 0 and <= LongestLabel && name.Any(char.IsLetter) ? name.TrimEnd(':', '=', ' ') : null;
    }

    /// <summary>Names unnamed matrices of an output by the expressions that the code printed, if there are as many of both.</summary>
    public static List<MatrixReading> ByCode(string code, List<MatrixReading> matrices)
    {
        var expressions = Printed(code);
        if (matrices.Any(m => m.Name is not null) || expressions.Count != matrices.Count)
            return matrices;
        return [.. matrices.Zip(expressions, (m, e) => m with { Name = e })];
    }

    /// <summary>The expressions whose values a piece of code prints, in order.</summary>
    internal static List<string> Printed(string code)
    {
        var result = new List<string>();
        var loops = Loop().Matches(code)
            .Select(m => (Name: m.Groups["name"].Value, m.Index, Items: Arguments(m.Groups["items"].Value)))
            .ToList();
        foreach (Match print in Print().Matches(code))
        {
            foreach (var argument in Arguments(Balanced(code, print.Index + print.Length)))
            {
                var loop = loops.LastOrDefault(l => l.Name == argument && l.Index < print.Index);
                result.AddRange(loop.Items ?? [argument]);
            }
        }

        var last = code.TrimEnd().Split('\n')[^1].Trim();
        if (last.Length is > 0 and < LongestLook && BareExpression().IsMatch(last))
            result.Add(last);
        return result;
    }

    /// <summary>The text up to the bracket that closes one opened before <paramref name="start"/>.</summary>
    private static string Balanced(string code, int start)
    {
        var depth = 1;
        for (var i = start; i < code.Length; i++)
        {
            depth += code[i] is '(' or '[' ? 1 : code[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                return code[start..i];
        }

        return "";
    }

    /// <summary>Arguments that are values: no strings, no options.</summary>
    private static List<string> Arguments(string text)
    {
        var result = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
                depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (i < text.Length && (text[i] != ',' || depth > 0))
                continue;
            var argument = text[start..i].Trim();
            start = i + 1;
            if (argument.Length > 0 && argument[0] is not ('"' or '\'') && !Option().IsMatch(argument))
                result.Add(argument);
        }

        return result;
    }

    [GeneratedRegex(@"(?<name>[\p{L}_]\w*)\s*=\s*(?:[\w.]+\()?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    /// <summary>A label on the same line before the matrix, or alone on the line above.</summary>
    [GeneratedRegex(
        @"(?:^|\n)[ \t]*(?<name>[^\n\[\]]*?\p{L}[^\n\[\]]*?)[ \t]*"
            + @"(?:[:=][ \t]*|:?[ \t]*\n\s*|\s+)(?:(?:tensor|array|matrix)\()?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<![\w.])print\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Print();

    [GeneratedRegex(@"\bfor\s+(?<name>\w+)\s+in\s*[(\[](?<items>[^\n]*)[)\]]\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Loop();

    [GeneratedRegex(@"^\w+\s*=(?!=)", RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    [GeneratedRegex(
        @"^(?!print\b|import\b|from\b|def\b|for\b|return\b|assert\b|#)[\p{L}_][\w.]*(?:[\s@+*/.()\[\],-]|\w)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BareExpression();
}
