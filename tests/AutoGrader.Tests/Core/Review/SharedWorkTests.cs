using AutoGrader.Core.Grading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Grading;

namespace AutoGrader.Tests.Core.Review;

/// <summary>What is unlikely to arise twice is told; what everybody writes is not.</summary>
public sealed class SharedWorkTests
{
    private const string Long =
        "The flip book shows a man with his leg in the air on every single page. Only when you turn the pages quickly can you see that he "
        + "kicks a ball, and that the ball ends up in the goal behind the keeper who falls over.";

    private static readonly Question Text = TypedCorpus.Question("2.1");

    [Theory]
    [InlineData(Long)]
    [InlineData("The flip book shows a man with his leg in the air on every single page.  Only when you turn the pages quickly can you see "
        + "that he kicks a ball and that the ball ends up in the goal behind the keeper who falls.")]
    public void Long_answers_in_nearly_the_same_words_are_told_of_both(string other)
    {
        var hints = Find(Answer("b", other), Answer("a", Long), Answer("c", "Something else entirely, in words of its own."));

        Assert.Equal(["a", "b"], hints.Keys.Order());
        var hint = Assert.Single(hints["a"]);
        Assert.Equal((HintKind.SimilarAnswer, "b", "2.1"), (hint.Kind, Assert.Single(hint.Others), Assert.Single(hint.Questions)));
    }

    [Fact]
    public void Short_answers_are_expected_to_be_the_same() =>
        Assert.Empty(Find(Answer("a", "A sequence model uses motion."), Answer("b", "A sequence model uses motion.")));

    [Fact]
    public void Half_of_an_answer_is_no_copy() => Assert.Empty(Find(
        Answer("a", Long),
        Answer("b", Long[..(Long.Length / 2)] + " Other words follow here that nobody else has, as one can see from how they are put.")));

    [Fact]
    public void The_copied_question_is_nobodys_work()
    {
        var question = TypedCorpus.Rubric.Questions.MaxBy(q => q.IsNumeric ? 0 : q.Text.English.Length)!;

        var copy = new ComparedAnswer("a", question.Id, question.Text.English, []);

        Assert.Empty(Find(copy, copy with { Key = "b" }));
    }

    [Fact]
    public void Answers_to_a_numeric_question_are_the_same_where_they_are_right()
    {
        var numeric = TypedCorpus.Rubric.Questions.First(q => q.IsNumeric).Id;

        Assert.Empty(Find(new ComparedAnswer("a", numeric, Long, []), new ComparedAnswer("b", numeric, Long, [])));
    }

    [Fact]
    public void Questions_that_the_same_hand_ins_share_are_one_hint()
    {
        var hints = Find(
            Answer("a", Long), new ComparedAnswer("a", "1.1", Long, []), Answer("b", Long), new ComparedAnswer("b", "1.1", Long, []));

        Assert.Equal(["1.1", "2.1"], Assert.Single(hints["a"]).Questions);
    }

    [Fact]
    public void The_same_unexplained_wrong_entries_are_told()
    {
        var hints = Find(Matrix("a", "0,31", "0.77"), Matrix("b", "0.31", "0.77"), Matrix("c", "0.32", "0.77"));

        Assert.Equal(["a", "b"], hints.Keys.Order());
        Assert.Equal(HintKind.SameWrongMatrix, Assert.Single(hints["b"]).Kind);
    }

    [Fact]
    public void One_wrong_entry_and_what_half_a_class_gets_wrong_are_not()
    {
        Assert.Empty(Find(Matrix("a", "0.31"), Matrix("b", "0.31")));
        Assert.Empty(Find([.. Enumerable.Range(0, 8).Select(i => Matrix($"s{i}", "0.31", "0.77"))]));
    }

    [Fact]
    public void The_order_of_hand_ins_does_not_matter()
    {
        ComparedAnswer[] answers = [Answer("a", Long), Answer("b", Long), Answer("c", Long), Matrix("a", "1", "2"), Matrix("c", "1", "2")];

        Assert.Equal(Describe(Find(answers)), Describe(Find([.. answers.Reverse()])));

        static string Describe(IReadOnlyDictionary<string, IReadOnlyList<TutorHint>> hints) => string.Join(
            '\n',
            hints.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(' ', h.Value.Select(x => x.Text))}"));
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<TutorHint>> Find(params ComparedAnswer[] answers) =>
        SharedWork.Find(answers, TypedCorpus.Rubric);

    private static ComparedAnswer Answer(string key, string text) => new(key, Text.Id, text, []);

    private static ComparedAnswer Matrix(string key, params string[] wrong) => new(key, "3.4", "", [new MatrixVerdict
    {
        Step = "scaled",
        Rows = 1,
        Columns = wrong.Length + 1,
        Entries =
        [
            new EntryVerdict("1", 1, EntryState.Right, 1, default),
            .. wrong.Select(text => new EntryVerdict(text, 1, EntryState.Wrong, 1, default)),
        ],
    }]);
}
