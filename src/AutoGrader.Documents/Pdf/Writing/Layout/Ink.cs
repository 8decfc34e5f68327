using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A colour.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Sets it for fills and text.</summary>
    public string Fill => $"{Components} rg";

    /// <summary>Sets it for lines.</summary>
    public string Stroke => $"{Components} RG";

    /// <summary>Its components from 0 to 1.</summary>
    public string Components => PdfSyntax.Lengths(Red / 255.0, Green / 255.0, Blue / 255.0);
}

/// <summary>A way to draw lines.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Width">The width in points.</param>
/// <param name="Dash">Lengths of dash and gap; empty for a solid line.</param>
internal readonly record struct Stroke(Ink Color, double Width, string Dash = "")
{
    public string Operators => $"{Color.Stroke} {PdfSyntax.Length(Width)} w [{Dash}] 0 d";
}

/// <summary>How a text is set.</summary>
internal readonly record struct TextFormat(Face Face, double Size, Ink Color);

/// <summary>The colours. Text colours reach a contrast of at least 4.5 : 1 on white and on their tints (WCAG 2.2, AA).</summary>
internal static class Palette
{
    public static readonly Ink White = new(255, 255, 255);
    public static readonly Ink Text = new(31, 41, 51);
    public static readonly Ink Muted = new(82, 96, 109);
    public static readonly Ink Rule = new(203, 210, 217);
    public static readonly Ink Panel = new(240, 244, 248);
    public static readonly Ink Accent = new(36, 82, 122);

    /// <summary>The colour of text and lines of a tone.</summary>
    public static Ink Of(Tone tone) => tone switch
    {
        Tone.Good => new(27, 102, 58),
        Tone.Partial => new(130, 80, 0),
        Tone.Bad => new(170, 32, 24),
        Tone.Review => new(84, 60, 160),
        _ => Accent,
    };

    /// <summary>The background of a tone.</summary>
    public static Ink Tint(Tone tone) => tone switch
    {
        Tone.Good => new(232, 245, 236),
        Tone.Partial => new(255, 245, 222),
        Tone.Bad => new(253, 237, 235),
        Tone.Review => new(241, 238, 251),
        _ => Panel,
    };

    /// <summary>The sign of a tone; it says the same as the colour.</summary>
    public static string Sign(Tone tone) => tone switch
    {
        Tone.Good => "✓",
        Tone.Partial => "◐",
        Tone.Bad => "✗",
        Tone.Review => "?",
        _ => "•",
    };
}
