using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Grading;
using AutoGrader.Documents.Pdf.Writing.Layout;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using TextStyle = AutoGrader.Core.Feedback.TextStyle;

namespace AutoGrader.Documents.Pdf.Writing.Quest;

/// <summary>Composes the blocks of a report with QuestPDF's fluent API.</summary>
internal static class QuestPdfBlocks
{
    public static void Compose(IContainer container, FeedbackBlock block)
    {
        switch (block)
        {
            case HeadingBlock b: Heading(container, b); break;
            case ParagraphBlock b: Paragraph(container.PaddingTop(4), b); break;
            case KeyValueBlock b: Facts(container, b); break;
            case PointsBarsBlock b: Bars(container, b); break;
            case CriterionBlock b: Criterion(container, b); break;
            case MatrixBlock b: Matrix(container, b); break;
            case TableBlock b: Table(container, b); break;
            case NoticeBlock b: Notice(container, b); break;
            case HistogramBlock b: Histogram(container, b); break;
            case PageBreakBlock: container.PageBreak(); break;
            case GroupBlock b: container.EnsureSpace(200).Column(column => All(column, b.Blocks)); break;
            default: throw new InvalidOperationException($"There is no layout for {block.GetType().Name}.");
        }
    }

    private static void All(ColumnDescriptor column, IEnumerable<FeedbackBlock> blocks)
    {
        foreach (var block in blocks)
            Compose(column.Item(), block);
    }

    private static void Heading(IContainer container, HeadingBlock block)
    {
        var size = block.Level switch { 1 => 17f, 2 => 12f, _ => 10f };
        // Room for the heading and a few lines, so that it never ends a page.
        container.EnsureSpace(90).PaddingTop(block.Level == 1 ? 2 : 16).BorderBottom(block.Level == 2 ? 0.8f : 0)
            .BorderColor(QuestTheme.Accent).PaddingBottom(3).Row(row =>
        {
            row.RelativeItem().Text(block.Text).FontSize(size).Bold().FontColor(QuestTheme.Accent);
            if (block.Aside is not null)
                row.AutoItem().AlignBottom().PaddingLeft(12).Text(block.Aside).FontSize(Math.Min(size, 11)).Bold()
                    .FontColor(QuestTheme.Accent);
        });
    }

    private static void Paragraph(IContainer container, ParagraphBlock block) => container.Text(text =>
    {
        foreach (var run in block.Runs)
            text.Write(run);
    });

    private static void Facts(IContainer container, KeyValueBlock block) => container.PaddingTop(10).Column(column =>
    {
        foreach (var fact in block.Facts)
            column.Item().PaddingVertical(1).Row(row =>
            {
                row.ConstantItem(130).Text(text => text.Write(new TextRun(fact.Name, TextStyle.Muted)));
                row.RelativeItem().Text(text => text.Write(new TextRun(fact.Value, fact.Style)));
            });
    });

    private static void Bars(IContainer container, PointsBarsBlock block) => container.PaddingTop(4).Column(column =>
    {
        foreach (var bar in block.Bars)
            column.Item().PaddingVertical(2.5f).Row(row =>
            {
                row.ConstantItem(30).Text(bar.Id).Bold();
                row.RelativeItem(5).Text(bar.Title);
                row.RelativeItem(4).PaddingTop(3).Height(7).Background(QuestTheme.Panel).Element(rest => Filled(rest, bar));
                row.ConstantItem(64).AlignRight().Text(bar.Value);
                row.ConstantItem(96).PaddingLeft(10).Text(text => text.Write(new TextRun(bar.Note ?? "", TextStyle.Muted, bar.Tone)));
            });
    });

    private static void Filled(IContainer container, PointsBar bar) => container.Row(row =>
    {
        // Shares must be above zero for QuestPDF.
        row.RelativeItem((float)Math.Clamp(bar.Share, 0.001, 1)).Background(QuestTheme.Of(bar.Tone));
        row.RelativeItem((float)Math.Clamp(1 - bar.Share, 0.001, 1));
    });

    private static void Criterion(IContainer container, CriterionBlock block) => container.EnsureSpace(70).PaddingTop(9).Column(column =>
    {
        column.Item().Row(row =>
        {
            row.ConstantItem(17).Text(Palette.Sign(block.Tone)).FontColor(QuestTheme.Of(block.Tone));
            row.RelativeItem().Text($"{block.Id}  {block.Text}").Bold();
            row.ConstantItem(54).AlignRight().Text(block.Points).Bold();
        });
        column.Item().PaddingLeft(17).PaddingRight(54).Column(details =>
        {
            details.Spacing(3);
            details.Item().Text(block.Verdict).Bold().FontColor(QuestTheme.Of(block.Tone));
            foreach (var detail in block.Details)
                Paragraph(details.Item(), detail);
            if (block.Matrix is not null)
                Matrix(details.Item(), block.Matrix);
        });
    });

    private static void Matrix(IContainer container, MatrixBlock block) => container.PaddingTop(4).Column(column =>
    {
        column.Spacing(3);
        column.Item().Text(text => text.Write(new TextRun(block.Caption, TextStyle.Muted)));
        column.Item().MaxWidth(Math.Min(block.Columns * 60, 400)).Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                for (var i = 0; i < block.Columns; i++)
                    columns.RelativeColumn();
            });
            foreach (var cell in block.Cells)
                Entry(table.Cell(), cell.State).Text($"{Sign(cell.State)}{cell.Text}{(cell.Expected is null ? "" : $"\n{cell.Expected}")}");
        });
        foreach (var entry in block.Legend)
            column.Item().Row(row =>
            {
                Entry(row.ConstantItem(24), entry.State).Text(Sign(entry.State));
                row.RelativeItem().PaddingLeft(6).Text(text => text.Write(new TextRun(entry.Text, TextStyle.Muted)));
            });
    });

    private static IContainer Entry(IContainer container, EntryState state)
    {
        var tone = ToneOf(state);
        return container.Padding(1).Border(state == EntryState.Wrong ? 1.8f : 0.7f).BorderColor(QuestTheme.Of(tone))
            .Background(QuestTheme.Tint(tone)).Padding(2).AlignCenter();
    }

    private static Tone ToneOf(EntryState state) => state switch
    {
        EntryState.Right => Tone.Neutral,
        EntryState.CarriedForward => Tone.Partial,
        EntryState.Wrong => Tone.Bad,
        _ => Tone.Review,
    };

    private static string Sign(EntryState state) => state switch
    {
        EntryState.Right => "",
        EntryState.CarriedForward => "↪ ",
        EntryState.Wrong => "✗ ",
        _ => "? ",
    };

    private static void Table(IContainer container, TableBlock block) => container.PaddingTop(6).Table(table =>
    {
        table.ColumnsDefinition(columns =>
        {
            foreach (var column in block.Columns)
                columns.RelativeColumn((float)column.Weight);
        });
        table.Header(header =>
        {
            foreach (var column in block.Columns)
                header.Cell().Background(QuestTheme.Panel).Padding(4).Text(column.Header).FontSize(8).Bold();
        });
        foreach (var row in block.Rows)
            for (var i = 0; i < block.Columns.Count; i++)
            {
                var (text, style) = (row[i], block.Columns[i].Style);
                var cell = table.Cell().BorderBottom(0.5f).BorderColor(QuestTheme.Rule).Padding(4);
                (block.Columns[i].IsNumber ? cell.AlignRight() : cell).Text(t => t.Write(new TextRun(text, style)));
            }
    });

    private static void Notice(IContainer container, NoticeBlock block) =>
        container.PaddingTop(14).Background(QuestTheme.Tint(block.Tone)).BorderLeft(4).BorderColor(QuestTheme.Of(block.Tone)).Padding(12)
            .Column(column =>
        {
            column.Spacing(5);
            column.Item().Text($"{Palette.Sign(block.Tone)}  {block.Title}").FontSize(11).Bold().FontColor(QuestTheme.Of(block.Tone));
            foreach (var paragraph in block.Paragraphs)
                Paragraph(column.Item(), paragraph);
        });

    private static void Histogram(IContainer container, HistogramBlock block) => container.PaddingTop(8).ShowEntire().Column(column =>
    {
        var most = Math.Max(1, block.Bins.Select(b => b.Decided + b.Open).DefaultIfEmpty().Max());
        column.Item().Row(row =>
        {
            row.Spacing(3);
            foreach (var bin in block.Bins)
                row.RelativeItem().Column(bar =>
                {
                    bar.Item().Height(Math.Max(0.1f, 110f * (most - bin.Decided - bin.Open) / most));
                    bar.Item().AlignCenter().Text(bin.Decided + bin.Open > 0 ? $"{bin.Decided} + {bin.Open}" : " ").FontSize(6);
                    bar.Item().Height(Math.Max(0.1f, 110f * bin.Open / most)).Border(0.7f).BorderColor(QuestTheme.Of(Tone.Review));
                    bar.Item().Height(Math.Max(0.1f, 110f * bin.Decided / most)).Background(QuestTheme.Accent);
                    bar.Item().AlignCenter().Text(bin.Label).FontSize(7);
                });
        });
        column.Item().AlignCenter().Text(text => text.Write(new TextRun(block.AxisTitle, TextStyle.Muted)));
        column.Item().Text(text => text.Write(new TextRun($"■ {block.DecidedTitle}   □ {block.OpenTitle}", TextStyle.Muted)));
    });
}
