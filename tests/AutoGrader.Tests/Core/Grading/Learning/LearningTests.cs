using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Grading.Learning;

/// <summary>
/// What learning is worth on typed answers of students for whom no phrase was written (tests/Data/graded), each scored by what was learnt
/// from the others. The calibration was measured on the same students, so this pins figures; it does not prove them.
/// </summary>
public sealed class LearningTests(ITestOutputHelper output)
{
    private const int Folds = 5;

    private static readonly Lazy<(TrainingSet Set, IReadOnlyList<(AnswerLine Line, GradedAnswer Answer)> Own)> Data = new(Read);

    [Theory]
    [InlineData(int.MaxValue, 0.88, 0.6)]
    [InlineData(20, 0.8, 0.35)]
    [InlineData(0, 0.7, 0)]
    public void Graded_answers_teach_what_the_rules_do_not_know(int graded, double fewestRight, double fewestDecided)
    {
        var scores = Enumerable.Range(0, Folds).SelectMany(fold => Score(fold, graded)).ToList();
        var decided = scores.Where(s => !s.Score.NeedsReview).ToList();
        output.WriteLine($"{scores.Count(s => s.IsRight)} of {scores.Count} right, {decided.Count} decided, "
            + $"{decided.Count(s => !s.IsRight)} of them wrong");

        Assert.True(scores.Count(s => s.IsRight) >= fewestRight * scores.Count);
        Assert.True(decided.Count >= fewestDecided * scores.Count);
        // The target of 2 % is one of expectation, and a fold leaves out more than one student.
        Assert.True(decided.Count(s => !s.IsRight) <= Math.Max(1, 0.03 * decided.Count));
    }

    [Fact]
    public void The_same_answers_teach_the_same()
    {
        var (set, own) = Data.Value;
        var (first, second) = (Train(set), Train(set));

        Assert.All(own.Take(30), o => Assert.Equal(Describe(Grade(o.Line, first)), Describe(Grade(o.Line, second))));

        static ScoringModel Train(TrainingSet set) => set.Train(CalibrationData.Shipped, ScoringModel.DefaultSilentErrorTarget);
        static string Describe(IReadOnlyList<CriterionScore> scores) =>
            string.Join(' ', scores.Select(
                s => string.Create(CultureInfo.InvariantCulture, $"{s.Points} {s.Confidence:R} {s.NeedsReview}")));
    }

    [Theory]
    [InlineData("1.1", "see above")]
    [InlineData("1.1", "The state is the memory of all the past inputs. Wait, no, scratch that, it is the output.")]
    public void What_words_cannot_settle_goes_to_a_person_however_much_was_learnt(string question, string answer)
    {
        var model = Data.Value.Set.Train(CalibrationData.Shipped, silentErrorTarget: 0.5);

        Assert.All(Grade(Line(question, answer), model), s => Assert.True(s.NeedsReview));
    }

    [Theory]
    [InlineData("3.6", "complexity, runtime, kernel, FLOPs, GPU, image size")]
    [InlineData("3.6", "attention, quadratic, pixels, convolution, linear, N squared, k squared")]
    [InlineData("2.1", "Colourless green ideas sleep furiously.")]
    [InlineData("2.2", "Live is like television, offline is like a book.")]
    public void What_resembles_no_graded_answer_earns_nothing_without_a_person(string question, string answer)
    {
        var model = Data.Value.Set.Train(CalibrationData.Shipped, ScoringModel.DefaultSilentErrorTarget);

        Assert.All(Grade(Line(question, answer), model), s => Assert.True(s.NeedsReview || s.Points == Points.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no idea")]
    [InlineData("Why is the hidden state h_t not equivalent to the model output y_t?")]
    public void Nothing_said_earns_nothing_without_a_person(string answer)
    {
        var model = Data.Value.Set.Train(CalibrationData.Shipped, ScoringModel.DefaultSilentErrorTarget);

        Assert.All(Grade(Line("1.1", answer), model), s => Assert.Equal((Points.Zero, false), (s.Points, s.NeedsReview)));
    }

    [Fact]
    public void Points_that_were_learnt_say_so_and_point_at_the_sentence()
    {
        var (set, own) = Data.Value;
        var model = set.Train(CalibrationData.Shipped, ScoringModel.DefaultSilentErrorTarget);
        var learnt = own.SelectMany(o => Grade(o.Line, model))
            .Where(s => s.Rationale.English.StartsWith("Answers like this one", StringComparison.Ordinal) && s.Points > Points.Zero)
            .ToList();

        Assert.NotEmpty(learnt);
        Assert.All(learnt, s => Assert.NotEmpty(s.Evidence));
        Assert.All(learnt, s => Assert.StartsWith("Antworten wie diese", s.Rationale.German, StringComparison.Ordinal));
    }

    private static IEnumerable<(CriterionScore Score, bool IsRight)> Score(int fold, int graded)
    {
        var (set, own) = Data.Value;
        var held = own.Where(o => FoldOf(o.Line) == fold).ToList();
        var left = held.Select(o => o.Answer).ToHashSet<GradedAnswer>(ReferenceEqualityComparer.Instance);
        var model = set.Train(CalibrationData.Shipped, ScoringModel.DefaultSilentErrorTarget, a =>
            !left.Contains(a) && (graded == int.MaxValue || IsWithin(a)));
        return from o in held
               from score in Grade(o.Line, model)
               select (score, o.Line.Points[score.CriterionId] == score.Points.Value);

        // A spread of the answers, not the first ones of the file.
        bool IsWithin(GradedAnswer answer) => graded > 0 && answer.Text.Length % 73 < graded;
    }

    private static int FoldOf(AnswerLine line) => int.Parse(line.Student![1..], CultureInfo.InvariantCulture) % Folds;

    private static AnswerLine Line(string question, string text) => new() { Line = 1, QuestionId = question, Text = text };

    private static IReadOnlyList<CriterionScore> Grade(AnswerLine line, ScoringModel model)
    {
        var document = new AnswerDocument
        {
            Language = AutoGrader.Core.Language.English,
            Pages = [new PageSize(1, 1)],
            Answers = [MarkdownAnswer.Read(line.QuestionId, line.Text)],
        };
        var rubric = TypedCorpus.Rubric with { Questions = [TypedCorpus.Question(line.QuestionId)] };
        return SubmissionGrader.Grade(document, rubric, model).Questions.Single().Criteria;
    }

    private static (TrainingSet, IReadOnlyList<(AnswerLine, GradedAnswer)>) Read()
    {
        var own = AnswerLines.Read(File.ReadAllText(TestData.Path("graded", "fresh-a.jsonl")), "fresh-a").Lines
            .Select(l => (Line: l, Answer: new GradedAnswer(l.QuestionId, l.Text.Trim(), l.Points)))
            .ToList();
        var texts = own.Select(o => (o.Answer.QuestionId, o.Answer.Text)).ToHashSet();
        var others = AnswerLines
            .Read(File.ReadAllText(TestData.InRepository("rubrics", "ivu-sheet-05.answers.jsonl")), "answers").Lines
            .Where(l => !texts.Contains((l.QuestionId, l.Text)))
            .Select(l => new GradedAnswer(l.QuestionId, l.Text, l.Points));
        return (TrainingSet.Read(TypedCorpus.Rubric, [.. others, .. own.Select(o => o.Answer)]), own);
    }
}
