using AutoGrader.Core.Feedback;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing.Layout;
using AutoGrader.Documents.Pdf.Writing.Objects;
using AutoGrader.Documents.Pdf.Writing.Text;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>
/// The looks of marks: an open box around the place, and in the margin a tag with sign and criterion, so that nothing the student
/// wrote is covered. Tones differ in the line, the sign and the colour.
/// </summary>
internal sealed class MarkDrawing(StudentPage page)
{
    private const double TagHeight = 11;
    private const double Clearance = 2.5;
    private const double Margin = 4;

    /// <summary>Within this distance a second tag of the same criterion would tell nothing new.</summary>
    private const double Neighbourhood = 60;

    private readonly List<(string Text, Box Box)> tags = [];
    private readonly List<Box> frames = [];

    /// <summary>The line of a tone.</summary>
    public static Stroke Line(Tone tone) => tone switch
    {
        Tone.Good => new(Palette.Of(tone), 1),
        Tone.Partial => new(Palette.Of(tone), 1.2, "6 2.5"),
        Tone.Bad => new(Palette.Of(tone), 2),
        Tone.Review => new(Palette.Of(tone), 1.4, "1.5 2"),
        _ => new(Palette.Of(tone), 0.8),
    };

    /// <summary>Draws the box of a mark, and its tag with a thin line between them.</summary>
    public static void Draw(PageContent content, PageMark mark, Box frame, Box? tag)
    {
        content.Outline(frame.X, frame.Y, frame.Width, frame.Height, Line(mark.Tone));
        if (tag is not { } label)
            return;
        var (from, to) = label.X < frame.X ? (label.Right, frame.X) : (label.X, frame.Right);
        var y = label.Y + TagHeight / 2;
        // A tag that had to give way stands below its neighbours; slanting lines across the text would only confuse.
        if (y <= frame.Bottom && (label.X < frame.X ? from < to : from > to))
            content.Line(from, y, to, y, new Stroke(Palette.Of(mark.Tone), 0.5));
        DrawTag(content, label, mark.Tone, TagText(mark));
    }

    /// <summary>Draws the box of a tag with its text.</summary>
    public static void DrawTag(PageContent content, Box tag, Tone tone, string text)
    {
        content.Fill(tag.X, tag.Y, tag.Width, tag.Height, Palette.Of(tone));
        TextBreaker.Break(text, TagFormat, 400)[0].Draw(content, tag.X + 3, tag.Y + 0.8);
    }

    /// <summary>The width of a tag.</summary>
    public static double TagWidth(string text) => TextBreaker.Break(text, TagFormat, 400)[0].Width + 6;

    private static string TagText(PageMark mark) => $"{Palette.Sign(mark.Tone)} {mark.Label}";

    private static TextFormat TagFormat => new(Face.Bold, 6.8, Palette.White);

    /// <summary>Places a mark beside those placed before; the boxes of its frame and, where it has a label, its tag.</summary>
    public (Box Frame, Box? Tag) Place(PageMark mark)
    {
        var frame = Widen(mark.Box, mark.Label.Length > 0 ? Clearance : 1);
        // Several criteria may rest on the same lines: each further frame stands a little outside.
        while (frames.Exists(f => Math.Abs(f.X - frame.X) < 1.5 && Math.Abs(f.Y - frame.Y) < 1.5 && Math.Abs(f.Right - frame.Right) < 1.5))
        {
            var wider = Widen(frame, Clearance);
            // A frame around the whole page cannot grow: the criteria share it.
            if (wider == frame)
                break;
            frame = wider;
        }
        frames.Add(frame);
        var text = TagText(mark);
        var isTagged = tags.Exists(t => t.Text == text && Math.Abs(t.Box.Y - frame.Y) < Neighbourhood);
        return (frame, mark.Label.Length == 0 || isTagged ? null : PlaceTag(text, frame));
    }

    private Box PlaceTag(string text, Box frame)
    {
        var width = TagWidth(text);
        // The nearer margin; where it is taken at this height, further down, and at the page's end wherever it falls.
        var x = frame.X + frame.Width / 2 <= page.Width / 2 || frame.Width > page.Width / 2 ? Margin : page.Width - Margin - width;
        var tag = new Box(x, frame.Y, width, TagHeight);
        while (tags.Find(t => Overlap(t.Box, tag)).Box is { Width: > 0 } taken && taken.Bottom + 1 + TagHeight <= page.Height)
            tag = tag with { Y = taken.Bottom + 1 };
        tags.Add((text, tag));
        return tag;
    }

    private static bool Overlap(Box a, Box b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private Box Widen(Box box, double by)
    {
        // Readers of broken files may hand in boxes beyond the page; what is marked must be visible.
        var x = Math.Clamp(box.X - by, 1, Math.Max(1, page.Width - 4));
        var y = Math.Clamp(box.Y - by, 1, Math.Max(1, page.Height - 4));
        var (right, bottom) = (Math.Min(box.Right + by, page.Width - 1), Math.Min(box.Bottom + by, page.Height - 1));
        return new Box(x, y, Math.Max(3, right - x), Math.Max(3, bottom - y));
    }
}
