using System.Text;

namespace AutoGrader.Tests.Documents.Moodle;

/// <summary>
/// The CSV reader of PHP (fgetcsv with comma, quote, and the backslash as escape) after its documentation, as Moodle calls it: the
/// independent judge of what we write. A backslash in a quoted cell makes the next character literal and stays itself.
/// </summary>
internal static class PhpCsv
{
    public static List<string[]> Read(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        var rows = new List<string[]>();
        var row = new List<string>();
        var at = 0;
        while (true)
        {
            row.Add(at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            var isEnd = at >= text.Length;
            if (isEnd || text[at] == '\n')
            {
                rows.Add([.. row]);
                row = [];
                if (isEnd)
                    return rows;
            }
            at++;
        }
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                cell.Append(text[at]).Append(text[++at]);
            }
            else if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    break;
                }
                at++;
                cell.Append('"');
            }
            else
            {
                cell.Append(text[at]);
            }
        }
        return cell.Append(Bare(text, ref at)).ToString();
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\n'))
            at++;
        return text[start..at];
    }
}
