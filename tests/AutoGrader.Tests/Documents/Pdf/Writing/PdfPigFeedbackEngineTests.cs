using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Submissions;
using AutoGrader.Tests.Core.Feedback;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Tests.Documents.Pdf.Writing;

public sealed class PdfPigFeedbackEngineTests
{
    public static TheoryData<string> Corpus { get; } = [.. RenderedPdf.Corpus];

    [Theory]
    [InlineData(Language.English, "en", "Feedback: Exercise Sheet 5: Sequence Modeling in Vision – Anna Müller")]
    [InlineData(Language.German, "de", "Rückmeldung: Übungsblatt 5: Sequenzmodelle im Sehen – Anna Müller")]
    public void Title_language_and_tags_are_set(Language language, string code, string title)
    {
        using var pdf = PdfDocument.Open(RenderedPdf.Render(RenderedPdf.Report(FeedbackSamples.Full(), language: language)));
        var catalog = pdf.Structure.Catalog.CatalogDictionary.Data;
        Assert.Equal(title, pdf.Information.Title);
        Assert.Equal(code, ((StringToken)catalog["Lang"]).Data);
        Assert.True(catalog.ContainsKey("StructTreeRoot"));
        Assert.Same(BooleanToken.True, ((DictionaryToken)catalog["MarkInfo"]).Data["Marked"]);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_corpus_report_is_copied_behind_a_small_report(string file)
    {
        var student = RenderedPdf.Student(file);
        var report = RenderedPdf.Report(FeedbackSamples.Full());
        var bytes = RenderedPdf.Render(report, student);
        Assert.InRange(bytes.Length, 1, student.Length + 60 * 1024);
        using var original = PdfDocument.Open(student);
        using var pdf = PdfDocument.Open(bytes);
        var own = pdf.NumberOfPages - original.NumberOfPages;
        Assert.InRange(own, 3, 6);
        for (var page = 1; page <= original.NumberOfPages; page++)
            Assert.Equal(RenderedPdf.Text(original, page), RenderedPdf.Text(pdf, own + page));
    }

    [Fact]
    public void A_bookmark_leads_to_every_question_and_every_page_of_the_student()
    {
        using var pdf = PdfDocument.Open(
            RenderedPdf.Render(RenderedPdf.Report(FeedbackSamples.Full()), RenderedPdf.Student("Hofstaetter-11863027.pdf")));
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var nodes = bookmarks.GetNodes().ToList();
        Assert.Contains(nodes, n => n.Title == "3.4 Numerical attention");
        Assert.Equal(10, nodes.Count(n => n.Title.Length > 3 && char.IsDigit(n.Title[0]) && n.Title[1] == '.'));
        Assert.Equal(["Page 1", "Page 2"], nodes.Where(n => n.Title.StartsWith("Page ", StringComparison.Ordinal)).Select(n => n.Title));
    }

    [Fact]
    public void Umlauts_mathematics_and_signs_can_be_searched()
    {
        var assessment = FeedbackSamples.Assess((id, m) => FeedbackSamples.Score(id, m, m, "Größe ∈ ℝ, QKᵀ/√d_k ≤ ∞, α·β"));
        var text = RenderedPdf.Text(RenderedPdf.Render(RenderedPdf.Report(assessment, language: Language.German)));
        Assert.Contains("Größe ∈ ℝ, QKᵀ/√d_k ≤ ∞, α·β", text, StringComparison.Ordinal);
        Assert.Contains("3.4b QKᵀ wird durch √d_k geteilt.", text, StringComparison.Ordinal);
        Assert.Contains("✓", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "not graded", "Rename it to “Mueller-12345678.zip”.")]
    [InlineData(Language.German, "nicht bewertet", "Benennen Sie sie in „Mueller-12345678.zip“ um.")]
    public void A_naming_violation_is_one_page_with_the_right_name(Language language, string standing, string remedy)
    {
        using var pdf = PdfDocument.Open(
            RenderedPdf.Render(RenderedPdf.Report(null, SubmissionStatus.NotGraded, language, FeedbackSamples.WrongName)));
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Contains(standing, RenderedPdf.Text(pdf), StringComparison.Ordinal);
        Assert.Contains(remedy, RenderedPdf.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_and_footer_stand_on_every_page_of_the_report()
    {
        using var pdf = PdfDocument.Open(RenderedPdf.Render(RenderedPdf.Report(FeedbackSamples.Full())));
        for (var page = 1; page <= pdf.NumberOfPages; page++)
            Assert.EndsWith($"Vision {page} / {pdf.NumberOfPages}", RenderedPdf.Text(pdf, page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_footer_too_long_for_its_line_is_cut_visibly()
    {
        var report = RenderedPdf.Report() with { Footer = string.Join(' ', Enumerable.Repeat("footer", 60)) };
        Assert.EndsWith("footer … 1 / 1", RenderedPdf.Text(RenderedPdf.Render(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void Same_input_gives_same_bytes_on_many_threads()
    {
        var student = RenderedPdf.Student("Bauer-1230077.pdf");
        var report = RenderedPdf.Report(FeedbackSamples.Full());
        var first = RenderedPdf.Render(report, student);
        var others = new byte[16][];
        Parallel.For(0, others.Length, i => others[i] = RenderedPdf.Render(report, student));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void An_empty_assessment_and_an_empty_report_are_no_exception()
    {
        Assert.Contains("0 / 0", RenderedPdf.Text(RenderedPdf.Render(RenderedPdf.Report(new Assessment { Questions = [] }))),
            StringComparison.Ordinal);
        Assert.Contains("1 / 1", RenderedPdf.Text(RenderedPdf.Render(RenderedPdf.Report())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王小明 Wáng", "王小明 Wáng")]
    [InlineData("Zoe\u0301 de\u0301compose\u0301e", "Zoé décomposée")]
    [InlineData("Emoji 😀 name", "Emoji 😀 name")]
    [InlineData("Tab\tand\u0007bell\u200b\u202e", "Tab and bell")]
    [InlineData("𝒪(𝑁²)", "O(N²)")]
    [InlineData("(paren) \\ <angle> %", "(paren) \\ <angle> %")]
    public void Hostile_names_are_shown_or_at_least_kept_in_the_text(string name, string expected)
    {
        var report = FeedbackComposer.Compose(
            new FeedbackSubject(name, "1", name + ".zip", SubmissionStatus.Graded, []), FeedbackSamples.Version, FeedbackSamples.Full(),
            Language.English);
        Assert.Contains(expected, RenderedPdf.Text(RenderedPdf.Render(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_shows_as_a_replacement()
    {
        var report = RenderedPdf.Report(new ParagraphBlock("broken \ud83d half"));
        Assert.StartsWith("broken \ufffd half", RenderedPdf.Text(RenderedPdf.Render(report)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("محمد العلي")]
    [InlineData("שלום")]
    public void Right_to_left_names_are_drawn_from_right_to_left(string name)
    {
        var report = RenderedPdf.Report(new ParagraphBlock(name));
        using var pdf = PdfDocument.Open(RenderedPdf.Render(report));
        var letters = pdf.GetPage(1).Letters.Where(l => l.Value[0] > 0x500).OrderByDescending(l => l.Location.X).Select(l => l.Value);
        Assert.Equal(name.Replace(" ", "", StringComparison.Ordinal), string.Concat(letters));
    }

    [Fact]
    public void Names_of_ninety_letters_stay_on_the_page()
    {
        var name = new string('W', 90);
        var report = FeedbackComposer.Compose(
            new FeedbackSubject(name, "1", name + ".zip", SubmissionStatus.NotGraded, [FeedbackSamples.WrongName]),
            FeedbackSamples.Version, null, Language.English);
        using var pdf = PdfDocument.Open(RenderedPdf.Render(report));
        Assert.All(pdf.GetPage(1).Letters, l => Assert.InRange(l.BoundingBox.Right, 0, 595.28 - 50));
        Assert.InRange(pdf.GetPage(1).Letters.Count(l => l.Value == "W"), 180, 190);
    }

    [Fact]
    public void A_table_repeats_its_header_on_every_page_and_loses_no_row()
    {
        var rows = Enumerable.Range(1, 150).Select(i => (IReadOnlyList<string>)[$"row{i}x", "text " + new string('y', i)]).ToList();
        var table = new TableBlock { Columns = [new TableColumn("Alpha", 1), new TableColumn("Beta", 2)], Rows = rows };
        using var pdf = PdfDocument.Open(RenderedPdf.Render(RenderedPdf.Report(table)));
        Assert.InRange(pdf.NumberOfPages, 3, 20);
        for (var page = 1; page <= pdf.NumberOfPages; page++)
            Assert.StartsWith("Alpha Beta", RenderedPdf.Text(pdf, page), StringComparison.Ordinal);
        var text = RenderedPdf.Text(pdf);
        Assert.All(rows, r => Assert.Contains(r[0], text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_wider_than_the_page_keeps_every_entry()
    {
        var cells = Enumerable.Range(0, 128)
            .Select(i => new MatrixCell($"e{i}e", (EntryState)(i % 4), i % 4 == 2 ? $"x{i}" : null)).ToList();
        var legend = new MatrixLegendEntry(EntryState.Right, "right");
        var block = new MatrixBlock { Caption = "Wide", Columns = 64, Cells = cells, Legend = [legend] };
        using var pdf = PdfDocument.Open(RenderedPdf.Render(RenderedPdf.Report(block)));
        var text = RenderedPdf.Text(pdf);
        Assert.All(cells, c => Assert.Contains(c.Text, text, StringComparison.Ordinal));
        Assert.All(pdf.GetPages().SelectMany(p => p.Letters), l => Assert.InRange(l.BoundingBox.Right, 0, 595.28 - 50));
    }

    [Fact]
    public void A_summary_of_a_thousand_ungraded_hand_ins_can_be_rendered()
    {
        var rows = Enumerable.Range(0, 1000)
            .Select(i => new SummaryRow($"{i}", $"Person {i}", "x_1.zip", SubmissionStatus.NotGraded, [FeedbackSamples.WrongName], null))
            .ToList();
        var text = RenderedPdf.Text(RenderedPdf.Render(SummaryComposer.Compose(rows, FeedbackSamples.Version, Language.German)));
        Assert.Contains("Person 999", text, StringComparison.Ordinal);
    }
}
