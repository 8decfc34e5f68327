using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Tests.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading.Complexity;

/// <summary>Question 3.6 in the many ways in which orders are written. A question mark behind points means that a person decides.</summary>
public sealed class ComplexityCriterionGraderTests
{
    [Theory]
    // Notations.
    [InlineData("Attention: O(N^2), convolution: O(N k^2)", "1 1")]
    [InlineData("Attention: O(N²), convolution: O(Nk²)", "1 1")]
    [InlineData("Attention: 𝒪(𝑁²), convolution: 𝒪(𝑘²𝑁)", "1 1")]
    [InlineData("Attention: O((HW)^2), convolution: O(HWk^2)", "1 1")]
    [InlineData("Attention: O((H·W)^2), convolution: O(H·W·k·k)", "1 1")]
    [InlineData("Attention: O(H²W²), convolution: O(k² · H · W)", "1 1")]
    [InlineData("Attention: O(H^2 * W^2), convolution: O(H*W*k^2)", "1 1")]
    [InlineData("Attention: O(N**2), convolution: O(N * k**2)", "1 1")]
    [InlineData("Attention: O(N^{2}), convolution: O(N × k^{2})", "1 1")]
    [InlineData("Attention: O(N^2 d_k + N^2 d_v), convolution: O(N k^2 C_in C_out)", "1 1")]
    [InlineData("Attention: O(N^2 d + N d^2), convolution: O(N k^2 + N)", "1 1")]
    [InlineData("Attention: O(N^2 d_{model}), convolution: Θ(N k^2)", "1 1")]
    [InlineData("Attention: O(2N^2 + N), convolution: O(3·N·k²)", "1 1")]
    [InlineData("Attention: O(N·N), convolution: O(N (k^2))", "1 1")]
    [InlineData("Attention: O(n^2), convolution: O(n k^2)", "1 1")]
    [InlineData("With n = HW: attention O(n^2), convolution O(n k^2)", "1 1")]
    [InlineData("For an image with side length s, N = s^2, attention is O(s^4) and convolution O(s^2 k^2).", "1 1")]
    [InlineData("For H = W attention is O(H^4) and convolution O(H^2 k^2).", "1 1")]
    [InlineData("T_{att} = Θ(N^2 d), T_{conv} = Θ(k^2 N)", "1 1")]
    [InlineData("Attention: N squared. Convolution: N times k squared.", "1 1")]
    [InlineData("Attention: N mal N Vergleiche. Faltung: N mal k Quadrat.", "1 1")]
    [InlineData("attn N^2, conv: N", "1 0.5")]
    // Side by side without names, in the order of the question; only what earns something there shows that.
    [InlineData("n^2 vs n*k^2", "1 1")]
    [InlineData("O(H^2 W^2) vs. O(HWk^2)", "1 1")]
    [InlineData("O(N k^2) vs. O(N^2)", "0? 0?")]
    [InlineData("Both are O(N^2 k^2).", "0 0")]
    // Not the run time, not asserted, of one pixel.
    [InlineData("Attention O(N²d) time, O(N²) memory, path length O(1). Convolution O(k²N) time, path length O(log N).", "1 1")]
    [InlineData("Attention: N^2. Convolution only looks at k^2 pixels, so it's not N^2 but N k^2.", "1 1")]
    [InlineData("Attention is O(N²) because each pixel looks at all pixels. Convolution is O(k²).", "1 0")]
    [InlineData("Attention: N·N. For the convolution the complexity is k·k.", "1 0")]
    [InlineData("The cost of attention is the square of the pixel count; a convolution needs k^2 operations for each pixel.", "1 1")]
    // Who is meant.
    [InlineData("O(N^2) for self-attention and O(N·k^2) for the conv layer.", "1 1")]
    [InlineData("O(N²) für Attention, O(N k²) für die Faltung.", "1 1")]
    [InlineData("Convolution needs O(N k²) whereas attention needs O(N²).", "1 1")]
    [InlineData("Unlike convolution, attention needs O(N²). Convolution needs O(Nk²).", "1 1")]
    [InlineData("Attention compares all pairs of pixels. This costs O(N²). A convolution only sees a window. This costs O(N k²).", "1 1")]
    [InlineData("Attention and convolution have O(N^2) and O(N k^2), respectively.", "1 1")]
    [InlineData("Attention O(N²) vs. O(N k²) for convolution", "1 1")]
    [InlineData("Die Faltungsschicht hat O(N k²). Der Self-Attention-Mechanismus hat O(N²).", "1 1")]
    // Several orders, one of which is the answer.
    [InlineData(
        "Attention: N² scores, each costs d, so O(N² d). Convolution: k² multiplications for each of the N pixels, so O(N k²).", "1 1")]
    [InlineData(
        "Attention: QK^T costs O(N²d), the softmax O(N²), in total O(N² d). Convolution: O(k²) per pixel, so O(N k²) in total.", "1 1")]
    [InlineData("Attention: O(N^2)=O(H^2 W^2). Convolution: O(k^2) per pixel, hence O(N k^2).", "1 1")]
    // Mistakes.
    [InlineData("Attention: O(N), convolution: O(N^2)", "0 0")]
    [InlineData("Attention: O(N^3), convolution: O(N k)", "0 0")]
    [InlineData("Attention: O(N log N), convolution: O(k^2)", "0 0")]
    [InlineData("Attention: O(N logN), convolution: O(k^2logN)", "0 0")]
    [InlineData("Attention: O(N d), convolution: O(N^2 k^2)", "0 0")]
    [InlineData("Attention: O(2^N), convolution: O(N + k^2)", "0? 0")]
    [InlineData("Attention: O(1), convolution: O(k)", "0 0")]
    // The ruling on k.
    [InlineData("Attention: O(N^2), convolution: O(N)", "1 0.5")]
    [InlineData("Attention: O(N^2), convolution: O(HW)", "1 0.5")]
    [InlineData("Attention: O(N^2), convolution: O(N) because the kernel size k is constant.", "1 1")]
    [InlineData("Attention: O(N^2), convolution: O(N), da k konstant ist.", "1 1")]
    [InlineData("Attention: O(N^2), convolution: O(N), where k plays a role, too.", "1 0.5?")]
    // In words.
    [InlineData("Attention is quadratic in the number of pixels, convolution is linear in the number of pixels.", "1 0.5")]
    [InlineData("Attention wächst quadratisch mit N, Faltung linear mit N.", "1 0.5")]
    [InlineData("Attention is quadratic in the number of pixels; convolution is linear in N and quadratic in k.", "1 1")]
    [InlineData("Attention is linear in N, convolution is quadratic in N.", "0 0")]
    [InlineData("Self-Attention hat quadratische Laufzeit in N, die Convolution nur eine logarithmische.", "1 0")]
    [InlineData("Attention O(N²) and for convolution O(Nk²)", "1 1")]
    [InlineData("For attention it is O(N²), for convolution it is O(Nk²).", "1 1")]
    [InlineData("It is O(N²) for attention and for convolution O(Nk²).", "1 1")]
    // Answers as students might give them.
    [InlineData("Attention scales with the square of the number of pixels: O(N²). Convolution scales linearly: O(N) for fixed k.", "1 1")]
    [InlineData("Self-attention has complexity O(N² · d) while a conv layer has O(k² · N · d²).", "1 1")]
    [InlineData("Self-Attention: O(n²·d); Convolutional: O(k·n·d²)", "1 0")]
    [InlineData("The attention cost is O(H^2 W^2) compared to O(H W k^2) for convolution.", "1 1")]
    [InlineData("While convolution grows only linearly with N (O(Nk²)), attention grows quadratically (O(N²)).", "1 1")]
    [InlineData("CNN: O(N·k²); Transformer: O(N²)", "1 1")]
    [InlineData("Self-attention: O(N^2). Conv: O(N^2).", "1 0")]
    [InlineData("Attention needs N^2 operations, convolution N*k^2 operations.", "1 1")]
    [InlineData("Attention: N queries times N keys gives N^2 dot products of size d, i.e. N^2 d. Convolution: k^2 N.", "1 1")]
    [InlineData("Attention: O(N²) where N = H*W, so O(H²W²). For convolutions: O(N) * O(k²) = O(N k²)", "1 1")]
    [InlineData("Attention: O(N²d), Convolution: O(N d k²), so convolution is cheaper by a factor N/k².", "1 1")]
    [InlineData("Convolution O(k²HW), attention O(HW·HW)", "1 1")]
    [InlineData("Attention O(N²), Faltung O(N) (k fest)", "1 1")]
    [InlineData("The complexity of attention is linear O(N) and of convolution quadratic O(N²).", "0 0")]
    [InlineData("Attention: Θ(N^2); conv: Θ(N·k^2), i.e. Θ(N) for constant k", "1 1")]
    [InlineData("Attention: O(N^2) time. Conv: O(N k^2) time and O(N) memory.", "1 1")]
    [InlineData("In attention every pixel attends to all others, that is quadratic in N. In convolution O(k²) per pixel.", "1 0?")]
    [InlineData("Attention has runtime O(N^2) and not O(N) like convolution.", "0? 0?")]
    [InlineData("Each of the N queries attends to N keys, so O(N²).", "0? 0?")]
    // For a person.
    [InlineData("O(N^2) and O(N k)", "1? 0?")]
    [InlineData("Attention and convolution are O(N^2).", "0? 0?")]
    [InlineData("Attention: O(N^2). Attention: O(N). Convolution: O(N k^2).", "0? 1")]
    [InlineData("Attention: O(P^2), convolution: O(P k^2)", "0? 0?")]
    [InlineData("For an n × n image attention is O(n^4) and convolution O(n^2 k^2).", "0? 0?")]
    [InlineData("Attention is not O(N^2). Convolution is O(N k^2).", "1? 1")]
    [InlineData("Attention is quadratic but O(N). Convolution: O(N k^2).", "0? 1")]
    [InlineData("Attention: O(N^2) if the sequence is short. Convolution: O(k^2) per pixel.", "1 0?")]
    public void Grade_Notation_PointsOrReview(string text, string expected) => Assert.Equal(expected, Grade(TextBlocks.Block(text)));

    [Fact]
    public void Grade_TableByRows_EachRowIsASubject() =>
        Assert.Equal("1 1", Grade(TextBlocks.Block("layer\tcomplexity\nself-attention\tO(N^2)\nconvolution\tO(N k^2)", BlockKind.Table)));

    [Fact]
    public void Grade_TableByColumns_EachColumnIsASubject() =>
        Assert.Equal("1 1", Grade(TextBlocks.Block("\tconvolution\tself-attention\nruntime\tO(N k^2)\tO(N^2)", BlockKind.Table)));

    [Fact]
    public void Grade_NameAloneAndFormulaBelow_BelongTogether() => Assert.Equal("1 1", Grade(
        TextBlocks.Block("Self-attention", BlockKind.Heading), TextBlocks.Block("O(N^2)", BlockKind.Formula),
        TextBlocks.Block("Convolutional layer", BlockKind.Heading), TextBlocks.Block("O(N k^2)", BlockKind.Formula)));

    [Fact]
    public void Grade_Evidence_IsTheOrder()
    {
        var scores = TypedCorpus.Score("3.6", [TextBlocks.Block("We find that attention costs O(N^2), but a convolution O(N k^2).")]);

        Assert.Equal("O(N^2)", Assert.Single(scores[0].Evidence).Text);
        Assert.Equal("O(N k^2)", Assert.Single(scores[1].Evidence).Text);
        Assert.Equal("Read as O(N^2). Quadratic in the number of pixels.", scores[0].Rationale.English);
    }

    private static string Grade(params ReportBlock[] blocks) => string.Join(' ', TypedCorpus.Score("3.6", blocks).Select(
        score => string.Create(CultureInfo.InvariantCulture, $"{score.Points}{(score.NeedsReview ? "?" : "")}")));
}
