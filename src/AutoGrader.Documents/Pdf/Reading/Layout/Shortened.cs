namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>Quotes foreign text at a bounded length.</summary>
internal static class Shortened
{
    private const int Longest = 200;

    /// <summary>The text, or its beginning with an ellipsis; never half a surrogate pair.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest)
            return text;
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
