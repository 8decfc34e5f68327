using AutoGrader.Application.SelfCheck;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;

namespace AutoGrader.Cli.Output;

/// <summary>Tells a student in plain lines whether a hand-in would be graded and what was read.</summary>
internal static class CheckReport
{
    public static void Write(Terminal terminal, CheckResult result, Language language)
    {
        var output = terminal.Output;
        output.WriteLine(CheckWords.Headline(result).In(language));
        foreach (var rule in CheckList.Of(result))
            output.WriteLine($"  [{CheckWords.Of(rule.IsKept).In(language)}] {rule.Text.In(language)}");
        foreach (var reason in result.Reasons)
        {
            output.WriteLine($"! {reason.Detail.In(language)}");
            output.WriteLine($"  {reason.Remedy.In(language)}");
        }

        foreach (var remark in result.Remarks)
            output.WriteLine($"! {CheckWords.OnPage(remark.Page, language)}{remark.In(language)}");
        foreach (var remark in FigureRemarks.Of(result.Figures))
            output.WriteLine($"? {CheckWords.OnPage(remark.Page, language)}{remark.Text.In(language)}");
        foreach (var question in result.Questions)
            WriteQuestion(output, question, language);

        output.WriteLine();
        output.WriteLine(CheckResult.Disclaimer.In(language));
    }

    public static async Task WriteJsonAsync(Terminal terminal, CheckResult result, Language language, CancellationToken cancellationToken)
    {
        await using var output = terminal.OpenOutput();
        await output.WriteAsync(CheckJson.Of(result, language), cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private static void WriteQuestion(TextWriter output, CheckedQuestion question, Language language)
    {
        var pages = CheckWords.PagesOf(question, language) is { Length: > 0 } place ? $" ({place})" : "";
        output.WriteLine();
        output.WriteLine($"{question.Id} {question.Title.In(language)}: {CheckWords.Of(question.State).In(language)}{pages}");
        if (CheckWords.DoubtOf(question) is { } doubt)
            output.WriteLine($"  ? {doubt.In(language)}");
        foreach (var remark in question.Numbers)
            output.WriteLine($"  ? {CheckWords.OnPage(remark.Page, language)}{remark.Text.In(language)}");
        foreach (var piece in question.Blocks.SelectMany(ReadPiece.Of))
        {
            foreach (var line in piece.Matrix is { } matrix ? Grid(matrix) : piece.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                output.WriteLine($"  | {line}");
        }
    }

    private static IEnumerable<string> Grid(MatrixReading matrix)
    {
        var rows = matrix.Entries.Select(e => e.Text).Chunk(matrix.Columns).ToList();
        var widths = Enumerable.Range(0, matrix.Columns).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => $"[ {string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column])))} ]");
    }
}
