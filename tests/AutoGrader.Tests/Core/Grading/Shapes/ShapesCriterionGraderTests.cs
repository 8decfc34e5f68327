using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Tests.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading.Shapes;

/// <summary>Question 3.1 in the many ways in which shapes are written. A question mark behind points means that a person decides.</summary>
public sealed class ShapesCriterionGraderTests
{
    [Theory]
    // Notations of the reader: KaTeX, LaTeX, LibreOffice, Jupyter, typed by hand.
    [InlineData("Q ∈ ℝ^{N_Q×d_k}, K ∈ ℝ^{N_{KV}×d_k} and V ∈ ℝ^{N_{KV}×d_v}.", "1 1 1")]
    [InlineData("Q∈ℝ^{n × d}, K∈ℝ^{m × d}, V∈ℝ^{m × e}", "1 1 1")]
    [InlineData("Q in R^{N_Q x d_k}, K in R^{N_K x d_k}, V in R^{N_K x d_v}", "1 1 1")]
    [InlineData("Q ∈ R^(n×d), K ∈ R^(m×d), V ∈ R^(m×e)", "1 1 1")]
    [InlineData("Q ∈ ℝ^n×d, K ∈ ℝ^m×d, V ∈ ℝ^m×e", "1 1 1")]
    [InlineData("Q ∈ ℝ^{nxd}, K ∈ ℝ^{mxd}, V ∈ ℝ^{mxe}", "1 1 1")]
    [InlineData("𝑄 ∈ ℝ^{𝑛×𝑑ₖ}, 𝐾 ∈ ℝ^{𝑚×𝑑ₖ}, 𝑉 ∈ ℝ^{𝑚×𝑑ᵥ}", "1 1 1")]
    [InlineData("Q is N×d, K is M×d, V is M×p.", "1 1 1")]
    [InlineData("Q: (n, d_k), K: (m, d_k), V: (m, d_v)", "1 1 1")]
    [InlineData("Q.shape = (n_q, d), K.shape = (n_kv, d), V.shape = (n_kv, d_v)", "1 1 1")]
    [InlineData("Q (N_Q x d_k), K (N_KV x d_k) and V (N_KV x d_v)", "1 1 1")]
    [InlineData("Q hat die Form n × d_k, K hat die Form m × d_k und V hat die Form m × d_v.", "1 1 1")]
    [InlineData("Q ist eine n×d-Matrix, K eine m×d-Matrix und V eine m×e-Matrix", "1 1 1")]
    [InlineData("Q has n rows and d columns, K has m rows and d columns and V has m rows and e columns.", "1 1 1")]
    [InlineData("Q hat n Zeilen und d Spalten. K hat m Zeilen und d Spalten. V hat m Zeilen und e Spalten.", "1 1 1")]
    [InlineData("The shapes of Q, K and V are n×d, m×d and m×e.", "1 1 1")]
    [InlineData("Q = X W_Q ∈ ℝ^{n×d_k}, K = Y W_K ∈ ℝ^{m×d_k}, V = Y W_V ∈ ℝ^{m×d_v}", "1 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K^T ∈ ℝ^{d×m}, V ∈ ℝ^{m×e}", "1 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{m×e}, so QK^T ∈ ℝ^{n×m} and the output is in ℝ^{n×e}.", "1 1 1")]
    [InlineData("With W_Q ∈ ℝ^{f×d}: Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{m×e}", "1 1 1")]
    [InlineData("Q = (q_1, . . . , q_n)^T ∈ ℝ^{n×d}, K = (k_1, …, k_m)^T ∈ ℝ^{m×d}, V = (v_1, ..., v_m)^T ∈ ℝ^{m×e}", "1 1 1")]
    [InlineData("• Q: N_q × d_k • K: N_k × d_k • V : N_k × d_v", "1 1 1")]
    [InlineData("An n×d matrix Q, an m×d matrix K and an m×e matrix V.", "1 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}. V has the same number of rows as K: V ∈ ℝ^{m×e}.", "1 1 1")]
    [InlineData("Q: queries × d_k; K: keys × d_k; V: keys × d_v", "1 1 1")]
    [InlineData("Q has shape (N_q, d), K^T has shape (d, N_k), V has shape (N_k, d_v).", "1 1 1")]
    [InlineData("Q is of size N_q×d_q, K is N_k×d_k, V is N_v×d_v with d_q=d_k and N_k=N_v.", "1 1 1")]
    [InlineData("K ∈ ℝ^{m×d} and V ∈ ℝ^{m×e}; Q ∈ ℝ^{n×d}, so the output is n×e.", "1 1 1")]
    // A batch, heads, all at once, one after the other without marks, corrected by "not … but", an aside, the other way round.
    [InlineData("Q ∈ ℝ^{B×n×d}, K ∈ ℝ^{B×m×d}, V ∈ ℝ^{B×m×e}", "1 1 1")]
    [InlineData("Q: (batch, heads, n_q, d), K: (batch, heads, n_k, d), V: (batch, heads, n_k, d_v)", "1 1 1")]
    [InlineData("Q ∈ ℝ^{N×d_{model}/h}, K ∈ ℝ^{M×d_{model}/h}, V ∈ ℝ^{M×d_v}", "1 1 1")]
    [InlineData("All three matrices are in ℝ^{N×d}.", "0.5 1 1")]
    [InlineData("Q: n x d K: m x d V: m x e", "1 1 1")]
    [InlineData("Q is n×d (one row per query) K is m×d (one per key) V is m×e", "1 1 1")]
    [InlineData("Q is n×d. K is not necessarily n×d but m×d. V is m×e.", "1 1 1")]
    [InlineData("Q: n×d (also written L×d), K: m×d, V: m×e", "1 1 1")]
    [InlineData("dim(Q) = n x d, dim(K) = m x d, dim(V) = m x e", "1 1 1")]
    [InlineData("Q: n rows (one per query) and d columns. K: m rows and d columns. V: m rows and e columns.", "1 1 1")]
    [InlineData("Columns are items: Q ∈ ℝ^{d×n}, K ∈ ℝ^{d×m}, V ∈ ℝ^{e×m}.", "1 1 1")]
    [InlineData("Q ∈ ℝ^{d×n}, K ∈ ℝ^{d×m}, V ∈ ℝ^{e×m}, the scores are K^T Q.", "1 1 1")]
    [InlineData("Q is the query matrix of shape n×d, K the key matrix of shape m×d, V the value matrix of shape m×e.", "1 1 1")]
    // Special cases and mistakes that the marking guide rules on.
    [InlineData("Q, K, V ∈ ℝ^{N×d}", "0.5 1 1")]
    [InlineData("Q and K and V are all N × d matrices", "0.5 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{m×d}", "0 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}. V has the same shape as K.", "0 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{n×e}", "0 1 0")]
    [InlineData("Q ∈ ℝ^{N_Q×d_k}, K ∈ ℝ^{N_K×d_k}, V ∈ ℝ^{N_V×d_v}", "1 1 0")]
    [InlineData("Q ∈ ℝ^{N_Q×d_k}, K ∈ ℝ^{N_K×d_k}, V ∈ ℝ^{N_V×d_v} with N_K = N_V", "1 1 1")]
    [InlineData("Q ∈ ℝ^{N_Q×d_k}, K ∈ ℝ^{N_K×d_k}, V ∈ ℝ^{N_V×d_v}; N_K = N_V is not necessary", "1? 1 0?")]
    [InlineData("Q is n×d, K is m×d, V is p×e with another number p of rows.", "1? 1 0")]
    [InlineData("Q is n×d, K is m×f, V is p×e.", "1? 0 0")]
    [InlineData("Q = X W_Q, K = X W_K, V = X W_V", "0.5 0 0")]
    [InlineData("Q, K and V are linear projections of the input x.", "0.5 0 0")]
    [InlineData("Q = X * W_Q, K = X * W_K, V = X * W_V", "0.5 0 0")]
    [InlineData("Q = X × W^Q, K = X × W^K, V = X × W^V, where X is the input.", "0.5? 0? 0?")]
    [InlineData("Q = X W_Q, K = X W_K, V = X W_V with X ∈ ℝ^{n×f} and W_Q ∈ ℝ^{f×d}", "0.5? 0? 0?")]
    [InlineData("Q_i ∈ ℝ^{n×d}, K_i ∈ ℝ^{m×d}, V_i ∈ ℝ^{m×e}", "0? 0? 0?")]
    [InlineData("Q_{ia}, K_{ja}, V_{jb} with i = 1..N_Q, a = 1..d_k, j = 1..N_{KV}, b = 1..d_v.", "0? 0? 0?")]
    [InlineData("q ∈ ℝ^{n×d}, k ∈ ℝ^{m×d}, v ∈ ℝ^{m×e}", "0? 0? 0?")]
    [InlineData("Q = W_Q X, where W_Q is d_k×d.", "0.5? 0? 0?")]
    // For a person: numbers, other conventions, halves.
    [InlineData("Q ∈ ℝ^{5×4}, K ∈ ℝ^{3×4}, V ∈ ℝ^{3×3}", "0? 0? 0?")]
    [InlineData("Q ∈ ℝ^{d×n}, K ∈ ℝ^{d×m}, V ∈ ℝ^{e×m}", "1? 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{d×m}, V ∈ ℝ^{m×e}", "0? 1? 1?")]
    [InlineData("Q, K ∈ ℝ^{N×d_k}, V ∈ ℝ^{N×d_v}", "0.5? 1 1")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}", "0? 1 0?")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{m×e}. Oops, V ∈ ℝ^{n×e}.", "0? 1? 0?")]
    [InlineData("Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{m×e}. V ∈ ℝ^{n×e}.", "0? 1 0?")]
    [InlineData("Q ∈ ℝ^{B×n×d}, K ∈ ℝ^{m×d}, V ∈ ℝ^{B×m×e}", "1? 1 1")]
    [InlineData("The queries are n×d, the keys are m×d and the values m×e.", "0? 0? 0?")]
    [InlineData("Q ∈ ℝ^{N×d}, K ∈ ℝ^{n×d}, V ∈ ℝ^{n×e}", "1? 1 1")]
    public void Grade_Notation_PointsOrReview(string text, string expected) => Assert.Equal(expected, Grade(TextBlocks.Block(text)));

    [Fact]
    public void Grade_Table_EachRowIsAMatrix()
    {
        var table = TextBlocks.Block(
            "matrix\tshape\tmeaning\nQ\t(n, d)\tone query per row\nK\t(m, d)\tone key per row\nV\t(m, e)\tvalues",
            BlockKind.Table);

        Assert.Equal("1 1 1", Grade(table));
    }

    [Fact]
    public void Grade_TableOfRowsAndColumns_EachRowIsAMatrix()
    {
        var table = TextBlocks.Block("matrix\trows\tcolumns\nQ\tn\td\nK\tm\td\nV\tm\te", BlockKind.Table);

        Assert.Equal("1 1 1", Grade(table));
    }

    [Fact]
    public void Grade_PicturesOfThought_IsNoSilentZeroOnWhatIsShared() => Assert.Equal("0 0? 1", Grade(TextBlocks.Block(
        "Q is the order, K the menu, V the dishes. K and V have equally many rows. Orders and the menu share one format.")));

    [Fact]
    public void Grade_ListItems_EachItemIsAMatrix() => Assert.Equal("1 1 1", Grade(
        TextBlocks.Block("Q: N_q×d_k", BlockKind.ListItem),
        TextBlocks.Block("K: N_k×d_k", BlockKind.ListItem),
        TextBlocks.Block("V: N_k×d_v", BlockKind.ListItem)));

    [Fact]
    public void Grade_PrintedShapes_AreNumbersForAPerson()
    {
        var output = TextBlocks.Block(
            "Q.shape = torch.Size([5, 4])\nK.shape = torch.Size([3, 4])\nV.shape = torch.Size([3, 3])",
            BlockKind.Output);

        Assert.Equal("0? 0? 0?", Grade(output));
    }

    [Theory]
    [InlineData("Q has n rows (one per query) and d columns, K has m rows and d columns.")]
    [InlineData("Q ∈ ℝ^{n×d}, K is (m, d) and V: N_k × d_v [with (H·W) rows, e columns].")]
    public void Grade_AnswerThatBreaksOffAnywhere_IsGraded(string text)
    {
        for (var length = 1; length <= text.Length; length++)
            Assert.Equal(3, Grade(TextBlocks.Block(text[..length])).Split(' ').Length);
    }

    [Fact]
    public void Grade_Evidence_IsTheStatementOfEachMatrix()
    {
        var scores = TypedCorpus.Score("3.1", [TextBlocks.Block("We write Q ∈ ℝ^{n×d}, K ∈ ℝ^{m×d} and V ∈ ℝ^{m×e} for them.")]);

        Assert.Equal(["Q ∈ ℝ^{n×d}", "K ∈ ℝ^{m×d}", "V ∈ ℝ^{m×e}"], scores[0].Evidence.Select(e => e.Text));
        Assert.Equal(["Q ∈ ℝ^{n×d}", "K ∈ ℝ^{m×d}"], scores[1].Evidence.Select(e => e.Text));
        Assert.Equal("All shapes are right: Q n×d, K m×d, V m×e.", scores[0].Rationale.English);
    }

    private static string Grade(params ReportBlock[] blocks) => string.Join(' ', TypedCorpus.Score("3.1", blocks).Select(
        score => string.Create(CultureInfo.InvariantCulture, $"{score.Points}{(score.NeedsReview ? "?" : "")}")));
}
