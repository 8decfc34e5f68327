using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>
/// Tells fonts that name their characters from those that do not: without a <c>ToUnicode</c> table, Type 3 fonts (old LaTeX bitmaps),
/// composite fonts, and others whose codes or glyph names are numbers of a subset. The library then takes the character code for the
/// character, which is often right for words and wrong for brackets and roots, or wrong throughout. TeX's own text fonts are told by their
/// widths (<see cref="TexBitmapFonts"/>).
/// </summary>
internal sealed partial class FontEncodings(PdfDocument document)
{
    /// <summary>The font's codes are its own; bit 3 of its flags (ISO 32000-1, table 123).</summary>
    private const int SymbolicFlag = 4;

    private readonly Dictionary<IndirectReference, Kind> _kinds = [];

    /// <summary>How the characters of a font are known.</summary>
    private enum Kind
    {
        Named,
        Guessed,
        TexCork,
        TexKnuth,
    }

    /// <summary>What a letter stands for, and whether that is a guess.</summary>
    public (string Text, bool IsGuessed) Read(Letter letter)
    {
        var text = letter.Value ?? "";
        var kind = KindOf(letter);
        return kind switch
        {
            Kind.Named => (text, false),
            // The library took the code for the character.
            Kind.TexCork or Kind.TexKnuth when text.Length == 1 && TexBitmapFonts.TextOf(text[0], kind == Kind.TexCork) is { } known =>
                (known, false),
            _ => (text, true),
        };
    }

    private Kind KindOf(Letter letter)
    {
        if (letter.FontDetails?.FontDictionaryReference is not { } reference)
            return Kind.Named;
        if (!_kinds.TryGetValue(reference, out var kind))
            _kinds[reference] = kind = document.Structure.GetObject(reference)?.Data is DictionaryToken font ? KindOf(font) : Kind.Named;
        return kind;
    }

    private Kind KindOf(DictionaryToken font)
    {
        if (!IsGuessed(font))
            return Kind.Named;
        if (!font.TryGet(NameToken.Subtype, out NameToken subtype) || subtype != NameToken.Type3)
            return Kind.Guessed;
        var widths = WidthsOf(font);
        return !TexBitmapFonts.Fits(widths) ? Kind.Guessed : TexBitmapFonts.IsCork(widths.Keys) ? Kind.TexCork : Kind.TexKnuth;
    }

    /// <summary>The widths of the characters that the font has, by code.</summary>
    private Dictionary<int, double> WidthsOf(DictionaryToken font)
    {
        if (Resolve(font, NameToken.Widths) is not ArrayToken widths || Resolve(font, NameToken.FirstChar) is not NumericToken first)
            return [];
        return widths.Data.Index().Where(w => w.Item is NumericToken { Double: > 0 })
            .ToDictionary(w => first.Int + w.Index, w => ((NumericToken)w.Item).Double);
    }

    private bool IsGuessed(DictionaryToken font)
    {
        if (font.ContainsKey(NameToken.ToUnicode) || !font.TryGet(NameToken.Subtype, out NameToken subtype))
            return false;
        if (subtype == NameToken.Type3)
            return true;
        return Resolve(font, NameToken.Encoding) switch
        {
            NameToken encoding => subtype == NameToken.Type0 && encoding.Data.StartsWith("Identity", StringComparison.Ordinal),
            DictionaryToken encoding => HasNumbersForNames(encoding),
            _ => subtype == NameToken.TrueType && IsSymbolic(font),
        };
    }

    /// <summary>Names such as <c>c42</c> or <c>g17</c> number the glyphs of a subset; a standard name stands for a character.</summary>
    private bool HasNumbersForNames(DictionaryToken encoding)
    {
        if (Resolve(encoding, NameToken.Differences) is not ArrayToken differences)
            return false;
        var names = differences.Data.OfType<NameToken>().Where(n => n.Data != ".notdef").ToList();
        return names.Count > 0 && names.Count(n => Number().IsMatch(n.Data)) * 2 > names.Count;
    }

    private bool IsSymbolic(DictionaryToken font) =>
        Resolve(font, NameToken.FontDescriptor) is DictionaryToken descriptor
        && Resolve(descriptor, NameToken.Flags) is NumericToken flags
        && (flags.Int & SymbolicFlag) != 0;

    private IToken? Resolve(DictionaryToken owner, NameToken key) =>
        !owner.TryGet(key, out var value) ? null
        : value is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data
        : value;

    [GeneratedRegex("^(?:[A-Za-z]|cid|gid|glyph|index|char)[-_.]?[0-9A-Fa-f]{1,5}$")]
    private static partial Regex Number();
}
