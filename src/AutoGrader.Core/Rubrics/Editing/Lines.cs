namespace AutoGrader.Core.Rubrics.Editing;

/// <summary>Lines of a text by offsets.</summary>
internal static class Lines
{
    /// <summary>The offset of the line end behind an offset, or the end of the text.</summary>
    public static int EndOf(string text, int offset) => text.IndexOf('\n', offset) is >= 0 and var end ? end : text.Length;

    /// <summary>The offset of the first character of the line.</summary>
    public static int StartOf(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>The offset of the next line, or the end of the text.</summary>
    public static int NextOf(string text, int offset) => Math.Min(EndOf(text, offset) + 1, text.Length);

    /// <summary>The beginning of the comment lines right above a line, or of the line itself.</summary>
    public static int WithComments(string text, int lineStart)
    {
        while (lineStart > 0)
        {
            var above = StartOf(text, lineStart - 1);
            if (!text.AsSpan(above, lineStart - above).TrimStart().StartsWith("#"))
                break;
            lineStart = above;
        }
        return lineStart;
    }
}
