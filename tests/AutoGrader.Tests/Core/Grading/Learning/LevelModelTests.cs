using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Grading.Learning;

public sealed class LevelModelTests
{
    private static readonly TermReader Reader = new([new Phrase("memory | gedächtnis | remember*")]);

    private static readonly (string Text, int Level)[] Graded =
    [
        ("The state remembers the past", 1), ("It is the memory of the net", 1), ("Der Zustand ist das Gedächtnis", 1),
        ("The output is a layer", 0), ("It does not matter", 0), ("They have other sizes", 0),
    ];

    [Theory]
    [InlineData("the net's memory", 1)]
    [InlineData("das Gedaechtnis des Netzes", 1)]
    [InlineData("remembering", 1)]
    [InlineData("another layer for the output", 0)]
    public void Answers_are_scored_like_those_they_resemble(string text, int level)
    {
        var scores = Score(Train(Graded), text);

        Assert.Equal(level, scores[1] > scores[0] ? 1 : 0);
        Assert.Equal(1, scores.Sum(), 9);
    }

    [Fact]
    public void A_slip_of_the_pen_does_not_hide_a_word() =>
        Assert.True(Score(Train(Graded), "rememebrs")[1] > Score(Train(Graded), "xyz")[1]);

    [Fact]
    public void What_resembles_nothing_gets_the_shares_of_the_levels()
    {
        var model = Train([.. Graded, ("more of it", 1)]);

        Assert.Equal(model.Prior, Score(model, "qqqq"));
    }

    [Fact]
    public void With_nothing_to_learn_from_all_levels_are_alike() => Assert.Equal([0.5, 0.5], Score(Train([]), "memory"));

    [Fact]
    public void A_denied_word_is_another_term()
    {
        var terms = Read("It does not remember").Words;

        Assert.Contains("!rememb", terms.Keys.Select(k => k.Length > 7 ? k[..7] : k));
        Assert.DoesNotContain(Read("It remembers").Words.Keys, k => k[0] == '!');
    }

    [Fact]
    public void Words_are_stemmed_in_both_languages()
    {
        Assert.Contains("gradient", Read("Gradienten").Words.Keys);
        Assert.Contains("vanish", Read("vanishing").Words.Keys);
    }

    private static IReadOnlyList<double> Score(LevelModel model, string text) => model.Score(model.Place(Read(text)));

    private static LevelModel Train(IEnumerable<(string Text, int Level)> graded) =>
        LevelModel.Train([.. graded.Select(g => (Read(g.Text), g.Level))], levels: 2);

    private static AnswerTerms Read(string text) => Reader.Read(
        AnswerText.SentencesOf([AutoGrader.Core.Reading.Typed.MarkdownAnswer.Blocks(text)[0]]));
}
