using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Review;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Tests.Core.Grading;
using AutoGrader.Tests.Documents.Pdf.Writing;

namespace AutoGrader.Tests.Core.Review;

/// <summary>A report on another sheet is told from every report on this one.</summary>
public sealed class OtherSheetTests
{
    private const string Cooking =
        """
        **1.1** Heat the oven to two hundred degrees and butter a small tin. Mix flour, sugar and a pinch of salt in a bowl, then rub in
        the cold butter until the mixture looks like breadcrumbs.

        **1.2** Add two eggs and a little milk, stir briefly, and let the dough rest in a cool place for half an hour. Meanwhile peel the
        apples, cut them into thin slices and sprinkle them with lemon juice and cinnamon.

        **2.1** Roll out the dough, lay it into the tin, put the apples on top in rings and bake the cake until it is golden brown. Let it
        cool before you take it out, and serve it with cream.
        """;

    private const string Stereo =
        """
        **1.1** A pinhole camera maps a point of the scene along a straight line through the centre of projection onto the plane of the
        sensor. Lens distortion bends these lines; it is estimated together with the focal length by calibration with a chessboard.

        **1.2** Two calibrated cameras see the same point at different positions. The epipolar constraint says on which line the partner
        must lie, so that the search is one-dimensional after rectification. Disparity is inversely proportional to distance.

        **2.1** Block matching compares small windows by the sum of squared differences. It fails on walls without texture, at occlusions
        and with repeated patterns; semi-global matching adds a penalty for jumps between neighbours.
        """;

    [Theory]
    [InlineData(Cooking)]
    [InlineData(Stereo)]
    public void A_report_about_something_else_is_told(string typed) =>
        Assert.Equal(HintKind.OtherSheet, OtherSheet.Find(Content(typed), TypedCorpus.Rubric)?.Kind);

    [Fact]
    public void A_report_too_short_to_tell_is_not() => Assert.Null(OtherSheet.Find(Content(Cooking[..200]), TypedCorpus.Rubric));

    [Fact]
    public void No_report_on_this_sheet_is_told() => Assert.All(
        RenderedPdf.Corpus.Select(file => PdfReportReader.Read(RenderedPdf.Student(file), new PdfReadLimits(), CancellationToken.None)),
        reading => Assert.True(reading.Content is null || OtherSheet.Find(reading.Content, TypedCorpus.Rubric) is null));

    private static ReportContent Content(string typed) => new()
    {
        ReaderVersion = 1,
        Pages = [new PageSize(595, 842)],
        Blocks = [.. MarkdownAnswer.Blocks(typed)],
    };
}
