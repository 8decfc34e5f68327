using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Reads PDFs of programs that the corpus does not hold.</summary>
public sealed class OtherProgramTests
{
    [Fact]
    public void Groff_formulas_and_tables_are_read()
    {
        var pdf = File.ReadAllBytes(TestData.Path("pdf-other", "groff-eqn-tbl.pdf"));
        var content = PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content!;
        var matrices = content.Blocks.SelectMany(b => b.Matrices).ToList();
        Assert.Equal(["QK^T", "(QK^T)/(sqrt(d_k))", "Output"], matrices.Select(m => m.Name));
        Assert.Equal([2, 2, 2, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1], matrices[0].Entries.Select(e => e.Value!.Value));
        Assert.Equal([1, 1, 1, 0, 0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5], matrices[1].Entries.Select(e => e.Value!.Value));
        Assert.Equal([11, 15, 18, 5, 6.5, 7.5, 2, 2.5, 3, 0.5, 1, 1.5, 3.5, 5, 6], matrices[2].Entries.Select(e => e.Value!.Value));
        Assert.Contains(content.Blocks, b => b.Text == "The softmax is (e^{x_i})/(∑_j e^{x_j}) and it sums to one.");
    }

    [Theory]
    [InlineData("mathjax3-svg.pdf")]
    [InlineData("mathjax4-svg.pdf")]
    public void Formulas_drawn_as_outlines_are_read(string file)
    {
        var pdf = File.ReadAllBytes(TestData.Path("pdf-other", file));
        var content = PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content!;
        var text = content.Blocks.Select(b => b.Text.Replace(" ", "", StringComparison.Ordinal)).ToList();
        Assert.Contains("Q∈ℝ^{N_Q×d_k},K∈ℝ^{N_{KV}×d_k}andV∈ℝ^{N_{KV}×d_v}.", text);
        Assert.Contains("WithQ=cIandc→∞wegetsoftmax((QK^T)/(sqrt(d_k)))≈I,since∑_je^{x_j}≫1andα_{ij}≤0.01.", text);
        Assert.Contains("AttentionneedsO(N^2·d),aconvolutionO(Nk^2d),withN=H·Wpixels:O((HW)^2).", text);
        var matrices = content.Blocks.SelectMany(b => b.Matrices).Where(m => m.IsValue).ToList();
        Assert.Equal([2, 2, 2, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1], matrices[0].Entries.Select(e => e.Value!.Value));
        Assert.Equal([11, 15, 18, 5, 6.5, -7.5, 2, 2.5, 3, 0.5, 1, 1.5, 3.5, 5, 6], Output(matrices).Entries.Select(e => e.Value!.Value));
        Assert.Equal(1, Output(matrices).Confidence, 2);
        Assert.Empty(content.Remarks);
    }

    [Fact]
    public void Matrices_between_bars_or_behind_a_brace_are_doubted_and_raised_signs_stay_with_theirs()
    {
        var pdf = File.ReadAllBytes(TestData.Path("pdf-other", "latex-brackets.pdf"));
        var blocks = PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content!.Blocks;

        var matrices = blocks.SelectMany(b => b.Matrices).ToLookup(m => m.Name);
        // Determinants, norms and choices: D, N, F and the two of S.
        Assert.All(new[] { "D", "N", "F" }, name => Assert.Equal(0.5, Assert.Single(matrices[name]).Confidence));
        Assert.All(matrices[null], m => Assert.Equal(0.5, m.Confidence));
        Assert.Equal(1, Assert.Single(matrices["A"]).Confidence);
        // Transposed and inverted: what is printed is not the value of B and C.
        Assert.All(new[] { "B", "C" }, name => Assert.False(Assert.Single(matrices[name]).IsValue));
        Assert.Contains(blocks, b => b.Text.EndsWith("[[2, 1], [1, 3]]^T", StringComparison.Ordinal));
        Assert.Contains(blocks, b => b.Text.EndsWith("^{-1}", StringComparison.Ordinal));
    }

    private static MatrixReading Output(IEnumerable<MatrixReading> matrices) => matrices.Single(m => m.Name == "Output");
}
