using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics;

public sealed class RubricDescriptionTests
{
    private static readonly RubricVersion Sheet = RubricReaderTests.Valid(File.ReadAllText(TestData.InRepository("rubrics",
        "ivu-sheet-05.yaml")));

    [Fact]
    public void Of_TheSheet_ShowsEveryCriterionAndComputedValues()
    {
        var text = RubricDescription.Of(Sheet, Language.English);

        Assert.Contains($"version {Sheet.ShortHash}", text, StringComparison.Ordinal);
        Assert.All(Sheet.Rubric.Questions.SelectMany(q => q.Criteria),
            c => Assert.Contains($"**{c.Id}** ({c.Maximum} P, {c.Kind}) {c.Text.English}", text, StringComparison.Ordinal));
        Assert.Contains("output = scaled * V = [[11, 15, 18], [5, 6.5, 7.5], [2, 2.5, 3], [0.5, 1, 1.5], [3.5, 5, 6]]", text,
            StringComparison.Ordinal);
        Assert.Contains("`scaling_forgotten` in every step: The division by √d_k is missing.; 3.4b: 0 P", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_InGerman_SpeaksGerman() =>
        Assert.Contains("## 1.1 Verborgener Zustand und Ausgabe (1 P)", RubricDescription.Of(Sheet, Language.German),
            StringComparison.Ordinal);
}
