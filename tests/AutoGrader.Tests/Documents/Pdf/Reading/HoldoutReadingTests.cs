using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>Layouts of the reports in tests/Data/holdout that the corpus does not have.</summary>
public sealed class HoldoutReadingTests
{
    [Fact]
    public void Plain_text_printed_in_a_typewriter_font_is_text_with_headings_and_matrices()
    {
        // LibreOffice Writer, a .txt file.
        var blocks = Read("Pemberley-13000023");

        Assert.Equal(
            ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6"],
            blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Text));
        Assert.Contains(blocks, b => b.Text == "A sequence model combines information over many frames. "
            + "Captioning frame by frame throws the relation between the frames away.");
        Assert.Contains(blocks, b => b.Text == "offline: the file has to be saved first");
        Assert.Equal([(5, 3), (5, 3)], blocks.SelectMany(b => b.Matrices).Select(m => (m.Rows, m.Columns)));
    }

    [Fact]
    public void Two_lines_in_the_second_column_are_read_behind_the_first()
    {
        // pdfTeX, article, twocolumn.
        var blocks = Read("Okonkwo-Blythe-13000004");

        Assert.StartsWith("Henrietta Okonkwo-Blythe, 13000004, Exercise sheet 5", blocks[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("convolution", blocks[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("so the cost is the number of pixels times k^2.", blocks[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_sticks_out_of_the_column_breaks_no_paragraphs()
    {
        // pdfTeX, report on A5.
        var blocks = Read("Dalgaard-13000005");

        Assert.Contains(blocks, b => b.Text.EndsWith(
            "Hence QK^T has to be square and diagonal with a huge diagonal. Choose any orthogonal K, i.e. KK^T = I, and Q = cK.",
            StringComparison.Ordinal));
    }

    [Fact]
    public void List_items_that_hold_a_row_each_are_a_matrix()
    {
        // LibreOffice Writer/Web, list items "(0; 0,5; 0,5)".
        var matrices = Read("Ivanescu-13000019").SelectMany(b => b.Matrices).ToList();

        Assert.Equal(3, matrices.Count);
        Assert.Equal([1, 1, 1, 0, 0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5], matrices[1].Entries.Select(e => e.Value!.Value));
    }

    [Fact]
    public void Footnotes_stand_behind_the_paragraph_that_refers_to_them()
    {
        // pdfTeX, three footnotes at the foot of the only page.
        var texts = Read("Marquardsen-13000022").Select(b => b.Text).ToList();

        AssertBehind("1.1", "Bei der Textvorhersage");
        AssertBehind("1.2", "LSTM und GRU");
        AssertBehind("3.1", "folgen der Vorlesung");

        void AssertBehind(string label, string note) => Assert.Equal(
            texts.FindIndex(t => t.StartsWith(label, StringComparison.Ordinal)) + 1,
            texts.FindIndex(t => t.Contains(note, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Solberg-13000001", "1")] // pdfTeX, article: the number stands 60 points below the last line.
    [InlineData("Achleitner-13000002", "2")] // the last page of two
    [InlineData("Marquardsen-13000022", "Hildegund Marquardsen, 13000022, Seite 1")]
    public void The_foot_of_a_page_is_no_part_of_the_last_answer(string stem, string foot) =>
        Assert.DoesNotContain(Read(stem), b => b.Text.EndsWith(foot, StringComparison.Ordinal) && b.Lines[^1].Box.Y > 600);

    [Fact]
    public void A_thin_space_between_a_function_and_its_argument_is_a_blank() =>
        // Times through mathptmx, whose thin space is 0.11.
        Assert.Contains(Read("Dalgaard-13000005"), b => b.Text.Contains("dim h_t", StringComparison.Ordinal));

    private static IReadOnlyList<ReportBlock> Read(string stem)
    {
        var pdf = File.ReadAllBytes(TestData.Path("holdout", "pdf", stem + ".pdf"));
        return PdfReportReader.Read(pdf, new PdfReadLimits(), CancellationToken.None).Content!.Blocks;
    }
}
