using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Tests.Documents.Pdf.Reading.Raw;

public sealed class TexBitmapFontsTests
{
    // Adobe's metrics of Helvetica and Times.
    private static readonly Dictionary<int, double> Helvetica = new()
    {
        ['a'] = 556,
        ['b'] = 556,
        ['c'] = 500,
        ['e'] = 556,
        ['i'] = 222,
        ['m'] = 833,
        ['n'] = 556,
        ['o'] = 556,
        ['t'] = 278,
    };

    private static readonly Dictionary<int, double> Times = new()
    {
        ['a'] = 444,
        ['b'] = 500,
        ['c'] = 444,
        ['e'] = 444,
        ['i'] = 278,
        ['m'] = 778,
        ['n'] = 500,
        ['o'] = 500,
        ['t'] = 278,
    };

    [Fact]
    public void Fits_WidthsOfOtherFonts_No()
    {
        Assert.False(TexBitmapFonts.Fits(Helvetica));
        Assert.False(TexBitmapFonts.Fits(Times));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.083)]
    public void Fits_RomanInAnyUnit_Yes(double unit) => Assert.True(TexBitmapFonts.Fits(Roman(unit)));

    [Fact]
    public void Fits_LettersInOtherPlaces_No()
    {
        var shifted = Roman(1).ToDictionary(w => w.Key + 1, w => w.Value);

        Assert.False(TexBitmapFonts.Fits(shifted));
    }

    [Fact]
    public void Fits_FewLetters_No() => Assert.False(TexBitmapFonts.Fits(Roman(1).Take(5).ToDictionary()));

    [Fact]
    public void Fits_OnlyDigits_No() => Assert.False(TexBitmapFonts.Fits(Enumerable.Range('0', 10).ToDictionary(c => c, _ => 500.0)));

    [Theory]
    [InlineData(0x1C, true, "fi")]
    [InlineData(0x0C, false, "fi")]
    [InlineData(0xFF, true, "ß")]
    [InlineData(0x19, false, "ß")]
    [InlineData(0xE4, true, "ä")]
    [InlineData('{', true, "{")]
    [InlineData('{', false, "–")]
    [InlineData('7', false, "7")]
    [InlineData(0x0C, true, null)]
    [InlineData(0xE4, false, null)]
    public void TextOf_Code_AsTheEncodingHasIt(int code, bool isCork, string? text) =>
        Assert.Equal(text, TexBitmapFonts.TextOf(code, isCork));

    // cmr10, from its metrics.
    private static Dictionary<int, double> Roman(double unit) => new()
    {
        ['a'] = 500.002 * unit,
        ['b'] = 555.557 * unit,
        ['c'] = 444.446 * unit,
        ['e'] = 444.446 * unit,
        ['i'] = 277.779 * unit,
        ['m'] = 833.336 * unit,
        ['n'] = 555.557 * unit,
        ['o'] = 500.002 * unit,
        ['t'] = 388.89 * unit,
        ['A'] = 750.002 * unit,
    };
}
