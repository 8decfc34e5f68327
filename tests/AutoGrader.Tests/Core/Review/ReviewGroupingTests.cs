using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Grading;

namespace AutoGrader.Tests.Core.Review;

/// <summary>One decision serves what is the same, and nothing else.</summary>
public sealed class ReviewGroupingTests
{
    private const string Long =
        "The whole video is there before one word is written, so it sees frames from the future and captions become better.";

    private static readonly Criterion Concept = CriterionOf("2.2a");
    private static readonly Criterion Shapes = CriterionOf("3.1a");
    private static readonly Criterion Matrix = CriterionOf("3.4b");

    [Theory]
    [InlineData("  The whole video is there before one word is written, so it\nsees frames from the future and captions become better.")]
    [InlineData("The whole video is there before one word is written so it sees frames of the future and caption becomes better.")]
    public void Answers_that_differ_in_spelling_are_one_group(string other) => Assert.Single(Groups(Text(Long), Text(other)));

    [Theory]
    [InlineData("The whole video is not there before one word is written, so it sees frames from the future and captions get better.")]
    [InlineData("The whole video is there before 2 words is written, so it sees frames from the future and captions become better.")]
    [InlineData("Everything is known at once; hence the captions improve.")]
    public void Answers_that_say_something_else_are_not(string other) => Assert.Equal(2, Groups(Text(Long), Text(other)).Count);

    [Fact]
    public void Another_suggestion_reason_or_criterion_is_another_group()
    {
        Assert.Equal(2, Groups(Text(Long), Text(Long, points: 1)).Count);
        Assert.Equal(2, Groups(Text(Long), Text(Long, rationale: "Another reason.")).Count);
        Assert.Equal(2, Groups(Text(Long), Item(CriterionOf("2.2b"), Long, Score(CriterionOf("2.2b")))).Count);
    }

    [Fact]
    public void No_chain_of_small_changes_joins_what_is_different()
    {
        var words = Long.TrimEnd('.').Split(' ');
        var chain = Enumerable.Range(0, words.Length)
            .Select(changed => string.Join(' ', words.Select((word, i) => i < changed ? $"replaced{i}" : word)))
            .ToList();

        var groups = Groups([.. chain.Select(c => Text(c))]);

        Assert.All(groups, g => Assert.True(AnswerWords.Of(chain[IndexOf(g.First)])
            .IsLike(AnswerWords.Of(chain[IndexOf(g.Items[^1])]))));
        Assert.True(groups.Count > 3);

        int IndexOf(ReviewItem item) => item.SubmissionId.ToByteArray()[0];
    }

    [Fact]
    public void Letters_of_notation_are_not_alike()
    {
        Assert.Single(Groups(Item(Shapes, "Q: N × d_k", Score(Shapes)), Item(Shapes, "Q:  N×d_k", Score(Shapes))));
        Assert.Equal(2, Groups(Item(Shapes, "Q: N × d_k", Score(Shapes)), Item(Shapes, "Q: n × d_k", Score(Shapes))).Count);
    }

    [Fact]
    public void The_same_mistake_is_one_group_whatever_its_numbers()
    {
        var first = Score(Matrix) with { Mistake = "unscaled", Matrix = Entries("1.5", EntryState.Wrong), Rationale = Say("1.5 is wrong") };
        var second = first with { Matrix = Entries("2.5", EntryState.Wrong), Rationale = Say("2.5 is wrong") };

        Assert.Single(Groups(Item(Matrix, "a", first), Item(Matrix, "b", second)));
        Assert.Equal(2, Groups(Item(Matrix, "a", first), Item(Matrix, "b", second with { CarriedForward = true })).Count);
        Assert.Equal(2, Groups(Item(Matrix, "a", first with { Mistake = null }), Item(Matrix, "b", second with { Mistake = null })).Count);
    }

    [Fact]
    public void The_same_wrong_matrix_is_one_group()
    {
        var first = Score(Matrix) with { Matrix = Entries("1,5", EntryState.Wrong) };

        Assert.Single(Groups(Item(Matrix, "a", first), Item(Matrix, "b", first with { Matrix = Entries("1.5", EntryState.Wrong) })));
    }

    [Fact]
    public void Missing_answers_are_one_group_and_what_was_not_read_is_none()
    {
        Assert.Single(Groups(
            Item(Concept, "", Score(Concept), AnswerState.Missing), Item(Concept, "", Score(Concept), AnswerState.Missing)));
        Assert.Equal(2, Groups(Item(Concept, "", Score(Concept), AnswerState.Unreadable),
            Item(Concept, "", Score(Concept), AnswerState.Unreadable)).Count);
        Assert.Equal(2, Groups(Item(Matrix, "see photo", Score(Matrix)), Item(Matrix, "see photo", Score(Matrix))).Count);
        var picture = Say("Not found. The answer holds an image that was not read.");
        Assert.Equal(2, Groups(Item(Concept, Long, Score(Concept) with { Rationale = picture }),
            Item(Concept, Long, Score(Concept) with { Rationale = picture })).Count);
    }

    [Fact]
    public void The_index_leaves_out_nothing_that_comparing_with_all_would_find()
    {
        var random = new Random(7);
        var vocabulary = Enumerable.Range(0, 60).Select(i => $"wort{(char)('a' + i % 26)}{(char)('a' + i / 26)}").ToList();
        var answers = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            // New answers, and old ones with a few words put in place of others.
            var words = answers.Count == 0 || random.Next(3) == 0
                ? [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => vocabulary[random.Next(vocabulary.Count)])]
                : answers[random.Next(answers.Count)].Split(' ');
            for (var changes = random.Next(4); changes > 0; changes--)
                words[random.Next(words.Length)] = vocabulary[random.Next(vocabulary.Count)];
            answers.Add(string.Join(' ', words));
        }
        var items = answers.Select(a => Text(a)).ToArray();

        var groups = Groups(items);

        Assert.Equal(ByComparingAll(answers), groups.Select(g => g.Items.Select(i => i.SubmissionId.ToString()[..8])));
        Assert.Contains(groups, g => g.Items.Count > 1);
        Assert.True(groups.Count > 100);
    }

    [Fact]
    public void Groups_are_renewed_with_the_items_as_they_are_now()
    {
        var groups = Groups(Text(Long), Text("Something else."), Text(Long));
        var now = groups.SelectMany(g => g.Items).ToDictionary(i => i.SubmissionId, i => i with { Total = Points.FromHalfPoints(7) });

        var renewed = ReviewGrouping.Renew(groups, now);

        Assert.Equal(groups.Select(g => g.Key), renewed.Select(g => g.Key));
        Assert.Equal(groups.Select(g => g.Items.Count), renewed.Select(g => g.Items.Count));
        Assert.All(renewed.SelectMany(g => g.Items), i => Assert.Equal(7, i.Total.HalfPoints));
    }

    // Complete linkage as its definition says it.
    private static IEnumerable<IEnumerable<string>> ByComparingAll(List<string> answers)
    {
        var groups = new List<List<int>>();
        var words = answers.Select(AnswerWords.Of).ToList();
        for (var i = 0; i < answers.Count; i++)
        {
            if (groups.Find(g => g.TrueForAll(member => words[i].IsLike(words[member]))) is { } group)
                group.Add(i);
            else
                groups.Add([i]);
        }
        return groups.Select(g => g.Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]).ToString()[..8]));
    }

    private static IReadOnlyList<ReviewGroup> Groups(params ReviewItem[] items) =>
        ReviewGrouping.Group(items.Select((item, i) => item with { SubmissionId = new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }));

    private static ReviewItem Text(string answer, int points = 0, string rationale = "The idea was not found.") => Item(
        Concept, answer, Score(Concept) with { Points = Points.FromHalfPoints(points), Rationale = Say(rationale) });

    private static ReviewItem Item(Criterion criterion, string answer, CriterionScore score, AnswerState state = AnswerState.Found) => new()
    {
        SubmissionId = Guid.Empty,
        QuestionId = criterion.Id[..3],
        CriterionId = criterion.Id,
        Suggestion = score.Points,
        Maximum = score.Maximum,
        Confidence = score.Confidence,
        Total = Points.Zero,
        Likeness = ItemLikeness.Of(criterion, score, state, new Lazy<AnswerWords>(() => AnswerWords.Of(answer))),
    };

    private static CriterionScore Score(Criterion criterion) => new()
    {
        CriterionId = criterion.Id,
        CriterionText = criterion.Text,
        Maximum = criterion.Maximum,
        Points = Points.Zero,
        Confidence = 0.6,
        NeedsReview = true,
        Rationale = Say("Reason."),
    };

    private static MatrixVerdict Entries(string text, EntryState state) => new()
    {
        Step = "scaled",
        Rows = 1,
        Columns = 1,
        Entries = [new EntryVerdict(text, 1, state, 1, default)],
    };

    private static LocalizedText Say(string text) => new(text, text);

    private static Criterion CriterionOf(string id) => TypedCorpus.Rubric.Questions.SelectMany(q => q.Criteria).First(c => c.Id == id);
}
