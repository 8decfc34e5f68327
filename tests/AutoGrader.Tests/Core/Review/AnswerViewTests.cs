using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Grading;

namespace AutoGrader.Tests.Core.Review;

/// <summary>What a person sees of an answer: evidence marked, differences named, levels to choose from.</summary>
public sealed class AnswerViewTests
{
    [Fact]
    public void Evidence_is_marked_in_order_without_overlap()
    {
        const string text = "One two three. Four five six. Seven.";
        var marks = AnswerMarks.Of(text, [Quote("Four five six."), Quote("two three."), Quote("three. Four"), Quote("eight"), Quote("")]);

        Assert.Equal(["two three. Four five six."], marks.Select(m => text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public void Differences_are_words_as_written_once_each()
    {
        var differences = AnswerDifferences.Of("Columns sum to one, columns only.", "Rows sum to one.");

        Assert.Equal(["Columns", "only"], differences.Added);
        Assert.Equal(["Rows"], differences.Missing);
    }

    [Fact]
    public void Every_half_point_can_be_given_and_says_what_the_rubric_says_of_it()
    {
        foreach (var criterion in TypedCorpus.Rubric.Questions.SelectMany(q => q.Criteria))
        {
            var levels = CriterionLevels.Of(criterion);

            Assert.Equal(Enumerable.Range(0, criterion.Maximum.HalfPoints + 1).Reverse(), levels.Select(l => l.Points.HalfPoints));
            Assert.Equal(criterion.Text, levels[0].Text);
            Assert.NotNull(levels[^1].Text);
        }

        var concept = TypedCorpus.Rubric.Questions.SelectMany(q => q.Criteria).OfType<ConceptCriterion>().First(c => c.Id == "2.2b");
        Assert.Equal(concept.Levels.First(l => l.Points == Points.FromValue(0.5m)).Text, CriterionLevels.Of(concept)[1].Text);
    }

    private static Evidence Quote(string text) => new(1, default, text);
}
