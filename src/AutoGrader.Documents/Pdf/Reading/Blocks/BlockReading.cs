using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Layout;
using AutoGrader.Documents.Pdf.Reading.Matrices;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>From the lines of a report to its blocks.</summary>
internal static class BlockReading
{
    public static IReadOnlyList<ReportBlock> Read(IReadOnlyList<TextLine> lines)
    {
        var builder = new BlockBuilder(new Hyphenation(lines));
        var drafts = PreformattedKinds.Decide(RowGrouper.Merge(LineGrouper.Group(lines)).Select(builder.Build).ToList());
        var code = "";
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Kind == BlockKind.Code)
                code = draft.Text.ToString();
            ReadMatrices(draft, i > 0 ? drafts[i - 1] : null, code);
        }

        return Footnotes.Place([.. drafts.Select(d => d.Finish())]);
    }

    private static void ReadMatrices(BlockDraft draft, BlockDraft? before, string code)
    {
        var text = draft.Text;
        var found = PrintedMatrices.Find(text).ToList();
        text.SetMatrices(text.Matrices.Concat(found));
        if (found.Count == 0 && text.Matrices.Count == 0 && draft.Kind is BlockKind.Table or BlockKind.Output or BlockKind.Code)
            text.SetMatrices(RowMatrices.Find(text, draft.Spans));
        if (text.Matrices.Count == 0)
            return;
        var introduction = Introduction(before);
        text.SetMatrices(draft.Kind switch
        {
            BlockKind.Code => PrintedNames.ByLabel(text.ToString(), text.Matrices),
            BlockKind.Output => Introduced(PrintedNames.ByCode(code, PrintedNames.ByLabel(text.ToString(), text.Matrices)), introduction),
            BlockKind.Table => Introduced([.. text.Matrices], introduction),
            _ => EquationReader.Name(text.ToString(), text.Matrices, introduction),
        });
    }

    private static List<MatrixReading> Introduced(List<MatrixReading> matrices, string? introduction) =>
        matrices.Count == 1 && matrices[0].Name is null ? [matrices[0] with { Name = introduction }] : matrices;

    private static string? Introduction(BlockDraft? before) => before switch
    {
        { Kind: BlockKind.Paragraph or BlockKind.ListItem } => EquationReader.Introduction(before.Text.ToString()),
        { Kind: BlockKind.Heading } when !before.Text.ToString().Any(char.IsDigit) => EquationReader.Introduction(before.Text.ToString()),
        _ => null,
    };
}
