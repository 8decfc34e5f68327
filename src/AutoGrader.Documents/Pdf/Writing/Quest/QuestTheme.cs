using AutoGrader.Core.Feedback.Blocks;
using System.Globalization;
using AutoGrader.Core.Feedback;
using AutoGrader.Documents.Pdf.Writing.Layout;
using QuestPDF.Fluent;

namespace AutoGrader.Documents.Pdf.Writing.Quest;

/// <summary>The colours and text formats of the default engine in QuestPDF's terms.</summary>
internal static class QuestTheme
{
    public static string Text => Hex(Palette.Text);

    public static string Muted => Hex(Palette.Muted);

    public static string Accent => Hex(Palette.Accent);

    public static string Rule => Hex(Palette.Rule);

    public static string Panel => Hex(Palette.Panel);

    public static string Of(Tone tone) => Hex(Palette.Of(tone));

    public static string Tint(Tone tone) => Hex(Palette.Tint(tone));

    /// <summary>Appends a run of text.</summary>
    public static void Write(this TextDescriptor text, TextRun run)
    {
        var span = text.Span(run.Text);
        if (run.Style == TextStyle.Bold)
            span.Bold();
        if (run.Style == TextStyle.Muted)
            span.FontSize(8.5f).FontColor(Muted);
        if (run.Style == TextStyle.Verbatim)
            span.FontFamily("DejaVu Sans Mono").FontSize(8.5f);
        if (run.Tone != Tone.Neutral)
            span.FontColor(Of(run.Tone));
    }

    private static string Hex(Ink color) => string.Create(CultureInfo.InvariantCulture, $"#{color.Red:X2}{color.Green:X2}{color.Blue:X2}");
}
