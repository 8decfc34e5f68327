namespace AutoGrader.Tests.Core.Grading.Lists;

/// <summary>Question 3.2, which asks for two sizes. A question mark behind points means that a person decides.</summary>
public sealed class ListCriterionGraderTests
{
    private const string OwnLetters = "$Q\\in\\mathbb{R}^{n\\times d}$, $K\\in\\mathbb{R}^{m\\times d}$, $V\\in\\mathbb{R}^{m\\times d'}$";

    [Theory]
    [InlineData("The number of queries and the dimensionality of the values.", "0.5 0.5")]
    [InlineData("Number of query and dimention of value.", "0.5 0.5")]
    [InlineData("how many queries, and how long the value vectors are", "0.5 0.5")]
    [InlineData("Die Anzahl der Queries und die Wertdimension", "0.5 0.5")]
    [InlineData("Zahl der Anfragen, Dimension der Werte", "0.5 0.5")]
    [InlineData("rows of Q and columns of V", "0.5 0.5")]
    [InlineData("Q gives the rows and V gives the columns.", "0.5 0.5")]
    [InlineData("One row per query, each as long as a value vector.", "0.5 0.5")]
    [InlineData("$N_Q$ and $d_v$", "0.5 0.5")]
    [InlineData("`n_q` and `d_v`, because `out.shape = (n_q, d_v)`.", "0.5 0.5")]
    [InlineData("#queries and value size", "0.5 0.5")]
    [InlineData("how many tokens ask (N_Q) and how many features a value has (d_v)", "0.5 0.5")]
    // Others take the places.
    [InlineData("The number of queries and the number of keys.", "0.5 0")]
    [InlineData("Number of queries, number of keys, and the value dimension.", "0.5 0")]
    [InlineData("The number of queries and $d_k$.", "0.5 0")]
    [InlineData("The number of queries and the number of values.", "0.5 0")]
    [InlineData("The key dimension and the value dimension.", "0 0.5")]
    [InlineData("Batch size and number of heads.", "0 0")]
    [InlineData("1. batch size\n2. number of heads\n3. number of queries", "0 0")]
    // What is said not to matter is not named.
    [InlineData("The number of queries and the value dimension; the number of keys cancels out.", "0.5 0.5")]
    [InlineData("Not $d_k$ and not the number of keys. How many queries there are and how wide $V$ is.", "0.5 0.5")]
    [InlineData("The number of queries does not matter, neither does the value dimension.", "0 0")]
    [InlineData("It depends not on the number of queries but only on the number of keys and on d_k.", "0 0")]
    // For a person.
    [InlineData("How many orders come in and how many dishes there are.", "0? 0?")]
    [InlineData("see above", "0? 0?")]
    [InlineData("The query length and the value dimension.", "0? 0.5")]
    [InlineData("The colour, the weather, and the number of queries.", "0.5? 0?")]
    [InlineData("Number of keys and number of queries. Correction: the number of queries and the value dimension.", "0.5? 0?")]
    public void Grade_NamedSizes_PointsOrReview(string typed, string expected) => Assert.Equal(expected, OneQuestion.Grade("3.2", typed));

    [Theory]
    [InlineData("$n$ and $d'$", "0.5 0.5")]
    [InlineData("$n$ and $d$", "0.5 0")]
    [InlineData("$m$ and $d'$", "0 0.5")]
    [InlineData("$(QK^T)V\\in\\mathbb{R}^{n\\times d'}$", "0.5 0.5")]
    public void Grade_OwnLettersOfTheShapes_AreUnderstood(string typed, string expected) =>
        Assert.Equal(expected, OneQuestion.Grade("3.2", typed, OwnLetters));

    [Fact]
    public void Grade_OwnLetters_MeanNothingWithoutTheShapes() => Assert.Equal("0? 0?", OneQuestion.Grade("3.2", "$n$ and $d'$"));

    [Fact]
    public void Grade_Evidence_IsTheNameOfTheItem() => Assert.Equal(
        ["number of queries", "d_v"],
        OneQuestion.Score("3.2", "It is the number of queries and d_v.").SelectMany(s => s.Evidence).Select(e => e.Text));
}
