using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>
/// Tells fonts that name their characters from those that do not: Type 3 fonts (old LaTeX bitmaps) and composite fonts without a
/// <c>ToUnicode</c> table. The library then takes the character code for the character, which is often right for words and wrong for
/// brackets and roots.
/// </summary>
internal sealed class FontEncodings(PdfDocument document)
{
    private readonly Dictionary<IndirectReference, bool> _guessed = [];

    /// <summary>Whether the text of a letter is a guess.</summary>
    public bool IsGuessed(Letter letter)
    {
        if (letter.FontDetails?.FontDictionaryReference is not { } reference)
            return false;
        if (!_guessed.TryGetValue(reference, out var guessed))
            _guessed[reference] = guessed = document.Structure.GetObject(reference)?.Data is DictionaryToken font && IsGuessed(font);
        return guessed;
    }

    private static bool IsGuessed(DictionaryToken font)
    {
        if (font.ContainsKey(NameToken.ToUnicode) || !font.TryGet(NameToken.Subtype, out NameToken subtype))
            return false;
        return subtype == NameToken.Type3
            || (subtype == NameToken.Type0
                && font.TryGet(NameToken.Encoding, out NameToken encoding)
                && encoding.Data.StartsWith("Identity", StringComparison.Ordinal));
    }
}
