using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing.StudentPages;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>The last words of a report before the student's pages: what the marks on them mean.</summary>
internal static class MarkLegendLayout
{
    private static readonly (Tone Tone, LocalizedText Text)[] Tones =
    [
        (Tone.Good, EngineTexts.Met),
        (Tone.Partial, EngineTexts.PartlyMet),
        (Tone.Bad, EngineTexts.NotMet),
        (Tone.Review, EngineTexts.ToBeReviewed),
    ];

    public static IReadOnlyList<Slice> Lay(IReadOnlyList<PageMark> marks, Language language, Frame frame)
    {
        var shown = Tones.Where(t => marks.Any(m => m.Tone == t.Tone)).ToList();
        var explanation = new ParagraphBlock(EngineTexts.MarksExplained.In(language));
        return
        [
            .. HeadingLayout.Lay(new HeadingBlock(2, EngineTexts.MarksHeading.In(language)), frame),
            .. Slice.Keep([.. ParagraphLayout.Lay(explanation, frame, 5), .. Samples(shown, language, frame)]),
        ];
    }

    private static IEnumerable<Slice> Samples(List<(Tone Tone, LocalizedText Text)> shown, Language language, Frame frame)
    {
        if (shown.Count == 0)
            yield break;
        var paragraph = frame.Parent.Add("P");
        var width = frame.Width / 4;
        yield return new Slice(26, (page, top) =>
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var (tone, left) = (shown[i].Tone, frame.Left + i * width);
                var sign = Palette.Sign(tone);
                page.AsArtifact(() =>
                {
                    page.Outline(left + 1, top + 6, 26, 14, MarkDrawing.Line(tone));
                    MarkDrawing.DrawTag(page, new Box(left + 8, top + 7.5, MarkDrawing.TagWidth(sign), 11), tone, sign);
                });
                var line = TextBreaker.Break(shown[i].Text.In(language), Formats.Small, width - 36)[0];
                page.As(paragraph, () => line.Draw(page, left + 34, top + 7));
            }
        })
        {
            SpaceBefore = 4,
        };
    }
}
