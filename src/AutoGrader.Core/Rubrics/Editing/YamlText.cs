using System.Globalization;
using System.Text;

namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Values as they are written in YAML: plain where that is safe, in quotes where it is not.</summary>
internal static class YamlText
{
    private const string NeverFirst = "-?:,[]{}#&*!|>'\"%@`~ \t";

    /// <summary>A value that may stand in a block or, where told so, in brackets.</summary>
    public static string Scalar(string value, bool isInFlow) => IsPlain(value, isInFlow) ? value : Quoted(value);

    /// <summary>A text of several lines below its key; <c>null</c> where only quotes can hold it.</summary>
    /// <param name="value">The text.</param>
    /// <param name="indent">The blanks before each line.</param>
    public static string? Literal(string value, int indent)
    {
        var lines = value.TrimEnd().Split('\n');
        if (lines.Length < 2 || lines[0].Length == 0 || lines[0][0] == ' ' || value.Any(c => char.IsControl(c) && c != '\n'))
            return null;
        var margin = new string(' ', indent);
        return "|\n" + string.Join('\n', lines.Select(line => line.TrimEnd().Length == 0 ? "" : margin + line));
    }

    private static bool IsPlain(string value, bool isInFlow) =>
        value.Length > 0 && value is not "null" && value == value.Trim() && !NeverFirst.Contains(value[0], StringComparison.Ordinal)
        && !value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(c))
        && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':')
        && !value.Contains(" #", StringComparison.Ordinal)
        && !value.StartsWith("---", StringComparison.Ordinal) && !value.StartsWith("...", StringComparison.Ordinal)
        && !(isInFlow && (value.IndexOfAny([',', '[', ']', '{', '}', ':', '#']) >= 0));

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        return text.Append('"').ToString();
    }
}
