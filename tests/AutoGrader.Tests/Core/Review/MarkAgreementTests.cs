using AutoGrader.Core;
using AutoGrader.Core.Review;

namespace AutoGrader.Tests.Core.Review;

/// <summary>Agreement of two marks, against values worked out by hand.</summary>
public sealed class MarkAgreementTests
{
    // Σ(i - j)² observed: 1; expected from the margins: 20 / 4 pairs. 1 - 1 · 4 / 20.
    [Theory]
    [InlineData("1-1 2-2 3-3 1-2", 0.8, 0.75, 0.25)]
    [InlineData("0-1 1-0", -1.0, 0.0, 0.0)]
    [InlineData("0-0 0-1 1-0 1-1", 0.0, 0.5, 0.0)]
    [InlineData("0-0 1-1 2-2", 1.0, 1.0, 0.0)]
    [InlineData("1-1 1-1", 1.0, 1.0, 0.0)]
    [InlineData("2-1 1-0", 1 - (2.0 * 2 / 6), 0.0, -1.0)]
    [InlineData("", 1.0, 1.0, 0.0)]
    public void It_is_what_its_definition_says(string pairs, double kappa, double exact, double difference)
    {
        var marks = pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('-'))
            .Select(p => (Points.FromValue(p[0][0] - '0'), Points.FromValue(p[1][0] - '0'))).ToList();

        var agreement = MarkAgreement.Of(marks);

        Assert.Equal(kappa, agreement.Kappa, 12);
        Assert.Equal(exact, agreement.Exact, 12);
        Assert.Equal(difference, agreement.MeanDifference, 12);
        Assert.Equal(marks.Count, agreement.Count);
    }

    [Fact]
    public void It_does_not_matter_which_mark_is_the_second_one_or_in_what_unit_they_are()
    {
        var random = new Random(3);
        var marks = Enumerable.Range(0, 50).Select(_ => (First: (decimal)random.Next(5), Second: (decimal)random.Next(5))).ToList();

        var kappa = MarkAgreement.QuadraticWeightedKappa(marks);

        Assert.Equal(kappa, MarkAgreement.QuadraticWeightedKappa([.. marks.Select(m => (m.Second, m.First))]), 12);
        Assert.Equal(kappa, MarkAgreement.QuadraticWeightedKappa([.. marks.Select(m => (m.First / 2 + 1, m.Second / 2 + 1))]), 12);
    }
}
