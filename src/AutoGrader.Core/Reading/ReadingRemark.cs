namespace AutoGrader.Core.Reading;

/// <summary>Something on a page that could not be read or that a tutor should know of.</summary>
/// <param name="Kind">What kind of remark.</param>
/// <param name="Page">Page number from 1, or 0 for the whole report.</param>
/// <param name="Box">Where, if it has a place.</param>
/// <param name="Text">One sentence, in English.</param>
public sealed record ReadingRemark(ReadingRemarkKind Kind, int Page, Box? Box, string Text)
{
    /// <summary>The same sentence in German; <c>null</c> in what was stored before there was one.</summary>
    public string? German { get; init; }

    /// <summary>A remark in both languages.</summary>
    public static ReadingRemark Of(ReadingRemarkKind kind, int page, Box? box, LocalizedText text) =>
        new(kind, page, box, text.English) { German = text.German };

    /// <summary>The sentence for a person.</summary>
    public string In(Language language) => language == Language.German ? German ?? Text : Text;
}
