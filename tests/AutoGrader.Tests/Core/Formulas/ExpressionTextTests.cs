using AutoGrader.Core.Formulas;
using AutoGrader.Numerics;

namespace AutoGrader.Tests.Core.Formulas;

public sealed class ExpressionTextTests
{
    [Theory]
    [InlineData("Q * transpose(K) / sqrt(columns(K))", "Q·K^T/√columns(K)")]
    [InlineData("(a + b) * c - -d", "(a + b)·c - -d")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("a / (b / c)", "a/(b/c)")]
    [InlineData("-(a * b) .* c", "-(a·b)⊙c")]
    [InlineData("(-a) ^ 2", "(-a)^2")]
    [InlineData("-(a ^ 2)", "-(a^2)")]
    [InlineData("2 ^ (3 ^ 2)", "2^(3^2)")]
    [InlineData("[[1, 0.5], [a, 1E-07]]", "[[1, 0.5], [a, 1E-07]]")]
    [InlineData("softmax(x, axis: columns)", "softmax(x, axis: columns)")]
    [InlineData("identity_distance(Q, K, scale: [[1, 2]], norm: max)", "identity_distance(Q, K, scale: [[1, 2]], norm: max)")]
    [InlineData("sqrt(a + b)", "√(a + b)")]
    [InlineData("transpose(a * b)", "(a·b)^T")]
    public void Of_Formula_IsParsedIntoTheSameAgain(string formula, string forPeople)
    {
        var root = Formula.Parse(formula).Root;

        Assert.Equal(formula, ExpressionText.Of(Formula.Parse(ExpressionText.Of(root)).Root));
        Assert.Equal(formula, ExpressionText.Of(root));
        Assert.Equal(forPeople, ExpressionText.ForPeople(root));
    }

    [Theory]
    [InlineData("scores / sqrt(columns(scores))", "scores / 2")]
    [InlineData("reshape(scores, 2 * rows(scores), 2)", "reshape(scores, 4, 2)")]
    [InlineData("scores + 1 / 0", "scores + 1 / 0")]
    public void Fold_PartsThatFollowFromShapes_BecomeNumbers(string formula, string folded) => Assert.Equal(
        folded,
        ExpressionText.Of(ExpressionTree.Fold(
            Formula.Parse(formula).Root, new Dictionary<string, Shape> { ["scores"] = new(2, 4) })));
}
