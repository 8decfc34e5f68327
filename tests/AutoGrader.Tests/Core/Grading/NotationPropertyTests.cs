using System.Globalization;
using AutoGrader.Core.Grading.Complexity;
using AutoGrader.Core.Grading.Shapes;
using AutoGrader.Core.Reading;
using AutoGrader.Tests.Core.Grading.Concepts;
using FsCheck;
using FsCheck.Fluent;

namespace AutoGrader.Tests.Core.Grading;

/// <summary>What must hold for every answer, however it is written.</summary>
public sealed class NotationPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Q", "K", "V", "QK^T", "∈", "ℝ^", "ℝ^{n×d}", "R^{", "}", "(", ")", "[", ",", ", ", " ", " ", "×", "x", "n", "m", "d_k", "d_{k}",
        "^2", "²", "O(", "Θ(", "N", "HW", "k^2", "·", "*", "**", "/", "+", "-", "=",
        ". ", "...", "\n", "\t", "and", "und", "for", "rows", "columns", "attention", "convolution", "log", "sqrt(", "K^", "_", "{", "^{",
        "5", "0,5", "𝑄", "ₖ", "\ud835", "\u0301", "'", "has the same shape as", ".shape",
        "∑_{j}", "A_{ij}", "each", "over", "number of", "queries", "keys", "values", "sum", "dim=", "#", "5000000000000",
    ];

    private static readonly Arbitrary<string> Answers =
        Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat).Where(text => text.Length > 0).ToArbitrary();

    [Fact]
    public void Any_row_of_pieces_is_scored_without_failing_and_twice_alike() => Prop.ForAll(Answers, text =>
    {
        foreach (var question in new[] { "3.1", "3.2", "3.3", "3.6" })
            foreach (var kind in new[] { BlockKind.Paragraph, BlockKind.Table })
                Assert.Equal(Grade(question, text, kind), Grade(question, text, kind));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Letters_of_sizes_do_not_matter()
    {
        var symbols = Gen.Shuffle(new[] { "n", "m", "d", "e", "a", "b", "p", "T", "S", "N_Q", "N_{KV}", "d_k", "d_v", "L", "n_1", "dim" });
        Prop.ForAll(symbols.ToArbitrary(), s => Assert.Equal(
            "1 1 1", Grade("3.1", $"Q ∈ ℝ^{{{s[0]}×{s[1]}}}, K ∈ ℝ^{{{s[2]}×{s[1]}}} and V ∈ ℝ^{{{s[2]}×{s[3]}}}.", BlockKind.Paragraph)))
            .Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Factors_of_an_order_may_stand_in_any_order_with_any_sign()
    {
        var factors = Gen.Shuffle(new[] { "k^2", "H", "W", "d", "3", "C" });
        var signs = Gen.Elements("·", " ", "*", " × ", " · ");
        Prop.ForAll(factors.ToArbitrary(), signs.ToArbitrary(), (f, sign) => Assert.Equal(
            "1 1", Grade("3.6", $"Attention: O((HW)^2). Convolution: O({string.Join(sign, f)}).", BlockKind.Paragraph)))
            .Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void A_hostile_answer_is_scored()
    {
        foreach (var piece in new[] { "each row ", "number of queries, ", "∑_j A_{ij} ", "n×d (n×d ", "not n×d but ",
            "O(", "((((", "Q ∈ ", "n×", "N^2 ", "attention O(N^2) ", "Q, ", "N=s ", "log ", "NN", "(N+k)", "ℝ^{",
            "Q∈ℝ^{n×d} = " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
            _ = Grade("3.2", text, BlockKind.Paragraph) + Grade("3.3", text, BlockKind.Paragraph);
            _ = new ShapesCriterionGrader().Grade(TypedCorpus.Question("3.1"), TypedCorpus.Question("3.1").Criteria, Answer(text), null!);
            _ = new ComplexityCriterionGrader()
                .Grade(TypedCorpus.Question("3.6"), TypedCorpus.Question("3.6").Criteria, Answer(text), null!);
        }
    }

    private static Answer Answer(string text) =>
        new() { QuestionId = "3.1", State = AnswerState.Found, Confidence = 1, Blocks = [TextBlocks.Block(text)] };

    private static string Grade(string question, string text, BlockKind kind) =>
        string.Join(' ', TypedCorpus.Score(question, [TextBlocks.Block(text, kind)])
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Points}{(s.NeedsReview ? "?" : "")}")));
}
