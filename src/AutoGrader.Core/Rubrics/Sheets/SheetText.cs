using System.Text;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>The text of a sheet that was read from a PDF, as <see cref="SheetFinder"/> wants it.</summary>
public static class SheetText
{
    /// <summary>
    /// The blocks, parted where a printed line begins like a heading or an item, and behind a heading: what stands close together is one
    /// block to the reader.
    /// </summary>
    public static string Of(IReadOnlyList<ReportBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            var wasHeading = false;
            var written = 0;
            foreach (var line in block.Lines.OrderBy(l => l.Start).Where(l => l.Start + l.Length <= block.Text.Length))
            {
                var content = SheetFinder.Plain(block.Text.Substring(line.Start, line.Length));
                var isHeading = SheetTask.IsHeading(content);
                // A word that was hyphenated goes on here: nothing begins.
                if (line.Start > written && char.IsWhiteSpace(block.Text[line.Start - 1])
                    && (wasHeading || isHeading || SheetItems.IsItem(content)))
                {
                    text.Append(block.Text.AsSpan(written, line.Start - written)).Append('\n');
                    written = line.Start;
                }
                wasHeading = isHeading;
            }
            text.Append(block.Text.AsSpan(written)).Append("\n\n");
        }
        return text.ToString();
    }
}
