using AutoGrader.Application.Review.Second;

namespace AutoGrader.IntegrationTests.Application.Review;

/// <summary>The size of a sample: a number or a share, never neither and never both.</summary>
public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(20, null, 50, 20)]
    [InlineData(20, null, 7, 7)]
    [InlineData(null, 10.0, 50, 5)]
    [InlineData(null, 10.0, 51, 6)]
    [InlineData(null, 0.5, 3, 1)]
    [InlineData(null, 12.5, 8, 1)]
    [InlineData(null, 100.0, 9, 9)]
    [InlineData(null, 10.0, 0, 0)]
    public void A_share_is_rounded_up_and_no_more_are_drawn_than_there_are(int? answers, double? percent, int of, int drawn) =>
        Assert.Equal(drawn, SampleSize.TryCreate(answers, (decimal?)percent)!.Of(of));

    [Theory]
    [InlineData(null, null)]
    [InlineData(5, 10.0)]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(10_001, null)]
    [InlineData(null, 0.0)]
    [InlineData(null, -5.0)]
    [InlineData(null, 100.1)]
    public void What_cannot_be_drawn_is_no_size(int? answers, double? percent) =>
        Assert.Null(SampleSize.TryCreate(answers, (decimal?)percent));
}
