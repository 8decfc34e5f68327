using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>What of an edit of the rubric that ships may change scores.</summary>
public sealed class ScoringChangesTests
{
    private static readonly RubricVersion Rubric = Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.yaml")));

    [Theory]
    [InlineData("# yaml-language-server", "#  yaml-language-server")]
    [InlineData("due: 2026-06-08 23:59 ", "due: 2026-06-09 23:59 ")]
    [InlineData("      en: Hidden state and output", "      en: \"State and output\"")]
    [InlineData("The hidden state $h_t$ is the memory", "The state $h_t$ is the memory")]
    [InlineData("zip-name: true", "zip-name: false")]
    public void Layout_titles_solutions_and_rules_of_the_hand_in_change_no_score(string old, string replacement)
    {
        var changes = Changes(old, replacement);

        Assert.All(Rubric.Rubric.Questions, q => Assert.False(changes.MayChange(q.Id)));
        Assert.Equal(old.StartsWith("zip", StringComparison.Ordinal), changes.IsHandInChanged);
    }

    [Fact]
    public void A_criterion_changes_its_question_alone_and_is_named_with_its_keys()
    {
        var changes = Changes("- dimension* | size", "- dimension* | extent");

        Assert.Equal(["1.1"], Rubric.Rubric.Questions.Select(q => q.Id).Where(changes.MayChange));
        Assert.Equal(["levels"], changes.OfCriterion("1.1", "1.1a"));
        Assert.Empty(changes.OfQuestion("1.1"));
    }

    [Fact]
    public void Shapes_change_the_questions_that_build_on_them()
    {
        var changes = Changes("Q: query | queries | anfrage*", "Q: query | anfrage*");

        Assert.Equal(["3.1", "3.2", "3.3"], Rubric.Rubric.Questions.Select(q => q.Id).Where(changes.MayChange));
        Assert.Equal(["rows-are"], changes.OfQuestion("3.1"));
    }

    [Fact]
    public void The_threshold_of_review_changes_every_question()
    {
        var changes = Changes("review-below: 0.8 ", "review-below: 0.9 ");

        Assert.Equal(["review-below"], changes.Sheet);
        Assert.All(Rubric.Rubric.Questions, q => Assert.True(changes.MayChange(q.Id)));
    }

    [Fact]
    public void A_renamed_criterion_changes_its_question_without_being_changed_itself()
    {
        var changes = Changes("- id: 1.2b", "- id: 1.2x");

        Assert.Equal(["1.2"], Rubric.Rubric.Questions.Select(q => q.Id).Where(changes.MayChange));
        Assert.Empty(changes.OfCriterion("1.2", "1.2x"));
    }

    private static ScoringChanges Changes(string old, string replacement)
    {
        Assert.Contains(old, Rubric.Source, StringComparison.Ordinal);
        return ScoringChanges.Between(Rubric, Read(Rubric.Source.Replace(old, replacement, StringComparison.Ordinal)));
    }

    private static RubricVersion Read(string source)
    {
        var read = RubricReader.Read(source, "rubric.yaml");
        Assert.Empty(read.Errors);
        return read.Version!;
    }
}
