using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>What holds for every located report, whatever it says.</summary>
internal static class LocatedParts
{
    public static void AssertConsistent(ReportContent content, AnswerDocument document)
    {
        Assert.Equal(SheetFive.Rubric.Questions.Select(q => q.Id), document.Answers.Select(a => a.QuestionId));
        var used = new HashSet<(int Page, double X, double Y, string Text)>();
        foreach (var block in document.Answers.SelectMany(a => a.Blocks))
        {
            Assert.NotEmpty(block.Text);
            Assert.NotEmpty(block.Lines);
            Assert.InRange(block.BoldPrefixLength, 0, block.Text.Length);
            foreach (var line in block.Lines)
            {
                var text = block.Text.Substring(line.Start, line.Length);
                Assert.True(used.Add((line.Page, line.Box.X, line.Box.Y, text)), $"“{text}” is used twice.");
                Assert.Contains(content.Blocks.SelectMany(b => b.Lines.Select(l => (Block: b, Line: l))), l => l.Line.Page == line.Page
                    && l.Line.Box.Y == line.Box.Y
                    && l.Block.Text.Substring(l.Line.Start, l.Line.Length).Contains(text, StringComparison.Ordinal));
            }

            foreach (var matrix in block.Matrices)
            {
                var original = content.Blocks.Single(b => b.Matrices.Any(m => m.Entries == matrix.Entries));
                var whole = original.Matrices.Single(m => m.Entries == matrix.Entries);
                Assert.Equal(
                    original.Text[whole.Start..(whole.Start + whole.Length)],
                    block.Text[matrix.Start..(matrix.Start + matrix.Length)]);
            }
        }
    }
}
