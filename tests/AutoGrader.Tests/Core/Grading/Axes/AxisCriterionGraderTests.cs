namespace AutoGrader.Tests.Core.Grading.Axes;

/// <summary>
/// Question 3.3 in the many ways in which directions are named. A question mark behind points means that a person decides.
/// </summary>
public sealed class AxisCriterionGraderTests
{
    private const string OwnLetters = "$Q$: $T\\times p$, $K$: $L\\times p$, $V$: $L\\times r$";

    [Theory]
    // Rows and columns.
    [InlineData("Row-wise.", "1")]
    [InlineData("Each row of the attention matrix sums to 1.", "1")]
    [InlineData("All values in one row sum up to 1.", "1")]
    [InlineData("The softmax makes every row a distribution.", "1")]
    [InlineData("Zeilenweise, jede Zeile ergibt 1.", "1")]
    [InlineData("Die Zeilensumme ist 1.", "1")]
    [InlineData("each line of the matrix gives 1 when you add it up", "1")]
    [InlineData("Every column sums to 1.", "0")]
    [InlineData("Spaltenweise", "0")]
    [InlineData("Die Spaltensummen sind danach alle 1.", "0")]
    // What rows and columns stand for.
    [InlineData("over the keys", "1")]
    [InlineData("Along N_KV: for every query the weights of all keys sum to 1.", "1")]
    [InlineData("Per query over all keys.", "1")]
    [InlineData("For every query we get a distribution over the keys.", "1")]
    [InlineData("Für jede Anfrage summieren sich die Gewichte aller Schlüssel zu 1.", "1")]
    [InlineData("Over the queries.", "0")]
    [InlineData("For each key the scores of all queries sum to 1.", "0")]
    [InlineData("Über die Queries, für jeden Key ergeben die Gewichte zusammen 1.", "0")]
    // Arrays and formulas.
    [InlineData("softmax(scores, dim=-1)", "1")]
    [InlineData("axis=1", "1")]
    [InlineData("The last dimension", "1")]
    [InlineData("dim=0", "0")]
    [InlineData("It is normalized along the first axis.", "0")]
    [InlineData("$\\sum_{j=1}^{m}A_{ij}=1$ for all $i$", "1")]
    [InlineData("$\\sum_j \\alpha_{ij} = 1$", "1")]
    [InlineData("$\\sum_{i=1}^{n}A_{ij}=1$ for every $j$", "0")]
    // Denials.
    [InlineData("Not the columns but the rows: each row sums to 1.", "1")]
    [InlineData("Jede Zeile hat Summe 1. Die Spalten summieren sich im Allgemeinen nicht zu 1.", "1")]
    [InlineData("All values of one column sum to 1, never those of a row.", "0")]
    [InlineData("Every query spends exactly 1, spread over the keys. A key may get more than 1 from all the queries.", "1")]
    // What is counted is not summed.
    [InlineData("There are m weights, one per key; together they make 1 for each query.", "1")]
    [InlineData("Every query hands out n shares, one for each key, and its shares sum to 1.", "1")]
    // Neither.
    [InlineData("All entries of the whole matrix sum up to 1.", "0")]
    [InlineData("Over the feature dimension d_k of the keys.", "0")]
    [InlineData("Each row of V sums to one.", "0")]
    // For a person: contradictions, words that people use either way, other things that are made one.
    [InlineData("Row-wise, so that every column sums to one.", "0?")]
    [InlineData("Over the keys, so for each key the values of all queries sum to 1.", "0?")]
    [InlineData("Each column sums to 1. No wait: each row sums to 1, over all keys.", "1?")]
    [InlineData("Softmax is taken over the rows.", "0?")]
    [InlineData("For every query the values in V sum up to 1.", "1?")]
    [InlineData("each query vector is normalized to one", "1?")]
    [InlineData("The diagonal sums to 1.", "0?")]
    [InlineData("normalization, probability, distribution, exp, sum", "0?")]
    public void Grade_Direction_PointsOrReview(string typed, string expected) => Assert.Equal(expected, OneQuestion.Grade("3.3", typed));

    [Theory]
    [InlineData("The sum over $L$ is 1.", "1")]
    [InlineData("The sum over $T$ is 1.", "0")]
    public void Grade_OwnLetterOfTheShapes_IsTheDirection(string typed, string expected) =>
        Assert.Equal(expected, OneQuestion.Grade("3.3", typed, OwnLetters));

    [Fact]
    public void Grade_Letter_MeansNothingWithoutTheShapes() => Assert.Equal("0?", OneQuestion.Grade("3.3", "The sum over $L$ is 1."));

    [Fact]
    public void Grade_Evidence_IsTheSentenceThatNamesTheDirection() => Assert.Equal(
        ["Every row sums to 1."],
        OneQuestion.Score("3.3", "We use softmax here. Every row sums to 1.").Single().Evidence.Select(e => e.Text));

    [Fact]
    public void Typed_answers_of_the_corpus_are_never_decided_wrongly_and_mostly_decided()
    {
        var rows = TypedCorpus.Grade("3.3");

        Assert.DoesNotContain(rows, r => r.IsDecided && !r.IsRight);
        Assert.True(rows.Count(r => r.IsDecided) >= 0.85 * rows.Count);
    }
}
