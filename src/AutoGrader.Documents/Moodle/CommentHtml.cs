using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>Comments in the form that survives Moodle's CSV and HTML both ways (formats, sections 2.1 and 3.3).</summary>
public static partial class CommentHtml
{
    /// <summary>
    /// One <c>&lt;p&gt;</c> per line, <c>&amp; &lt; &gt; "</c> escaped. So the cell holds no quote, and ends in no backslash: a backslash
    /// before a quote would swallow the next student's row.
    /// </summary>
    public static string FromLines(IEnumerable<string> lines) =>
        string.Concat(lines.SelectMany(l => l.Split(['\n', '\r'])).Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => $"<p>{Escape(l.Trim())}</p>"));

    /// <summary>What Moodle's next worksheet shows of a stored comment, to tell whether anything changed.</summary>
    public static string AsDownloaded(string html) => WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(html, "   "), ""));

    /// <summary>The paragraphs of a comment cell as downloaded: three blanks stand for an end of line.</summary>
    public static IEnumerable<string> Lines(string downloaded) => ThreeBlanks().Split(downloaded);

    private static string Escape(string line)
    {
        var text = new StringBuilder(line.Length + 16);
        foreach (var rune in line.EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\t' => text.Append(' '),
                _ when Rune.IsControl(rune) => text,
                _ => text.Append(rune.ToString()),
            };
        return text.ToString();
    }

    [GeneratedRegex("</p>|\n|\r", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(" {3,}")]
    private static partial Regex ThreeBlanks();
}
