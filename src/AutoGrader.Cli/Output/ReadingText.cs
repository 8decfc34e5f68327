using System.Globalization;
using AutoGrader.Application.Inspection;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Cli.Output;

/// <summary>
/// What was read in a report as plain lines: answers with pages, matrices as grids, a question mark behind what is not sure.
/// </summary>
internal static class ReadingText
{
    private const double Sure = 0.95;

    public static void Write(TextWriter output, ReportInspection result, Rubric rubric, Language language)
    {
        string Say(string english, string german) => language == Language.German ? german : english;

        var pages = result.Content?.Pages.Count ?? 0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.FileName}: {pages} {Say("pages", "Seiten")}"));
        if (result.Reason is { } reason)
        {
            output.WriteLine($"! {reason.Detail.In(language)}");
            output.WriteLine($"  {reason.Remedy.In(language)}");
        }

        for (var i = 0; i < (result.Answers?.Answers.Count ?? 0); i++)
            WriteAnswer(output, rubric.Questions[i], result.Answers!.Answers[i], language);

        if (result.Content is not { Remarks: { Count: > 0 } remarks })
            return;
        output.WriteLine();
        output.WriteLine(Say("Remarks", "Hinweise"));
        foreach (var remark in remarks)
            output.WriteLine($"  ! {Place(remark, language)}{remark.Kind.WireName()}: {remark.In(language)}");
    }

    private static void WriteAnswer(TextWriter output, Question question, Answer answer, Language language)
    {
        var pages = answer.Blocks.SelectMany(b => b.Lines).Select(l => l.Page).Distinct().Order()
            .Select(p => p.ToString(CultureInfo.InvariantCulture));
        var place = answer.Blocks.Count > 0 ? $", {Page(language)} {string.Join(", ", pages)}" : "";
        output.WriteLine();
        output.WriteLine(
            $"{question.Id} {question.Title.In(language)}: {State(answer.State).In(language)}{place}, {Percent(answer.Confidence)}");
        if (answer.Doubt is { } doubt)
            output.WriteLine($"  ? {doubt.In(language)}");
        foreach (var block in answer.Blocks)
            WriteBlock(output, block);
    }

    private static void WriteBlock(TextWriter output, ReportBlock block)
    {
        var at = 0;
        foreach (var matrix in block.Matrices.OrderBy(m => m.Start).Where(m => m.Start + m.Length <= block.Text.Length))
        {
            if (matrix.Start < at)
                continue;
            WriteLines(output, block.Text[at..matrix.Start]);
            foreach (var line in Grid(matrix))
                output.WriteLine($"      {line}");
            if (matrix.Confidence < Sure)
                output.WriteLine($"      ? {Percent(matrix.Confidence)}");
            at = matrix.Start + matrix.Length;
        }

        WriteLines(output, block.Text[at..]);
    }

    private static void WriteLines(TextWriter output, string text)
    {
        foreach (var line in text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)))
            output.WriteLine($"  | {line.Trim()}");
    }

    private static IEnumerable<string> Grid(MatrixReading matrix)
    {
        var rows = matrix.Entries.Select(Cell).Chunk(matrix.Columns).ToList();
        var widths = Enumerable.Range(0, matrix.Columns).Select(c => rows.Max(r => r[c].Length)).ToArray();
        return rows.Select(row => $"[ {string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column])))} ]");
    }

    private static string Cell(MatrixEntry entry) =>
        (entry.Text.Length > 0 ? entry.Text : "–") + (entry.Confidence < Sure || entry.Value is null ? "?" : "");

    private static string Place(ReadingRemark remark, Language language) =>
        remark.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Page(language)} {remark.Page}, ") : "";

    private static string Page(Language language) => new LocalizedText("page", "Seite").In(language);

    private static string Percent(double share) => Math.Floor(100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static LocalizedText State(AnswerState state) => state switch
    {
        AnswerState.Found => new("answer found", "Antwort gefunden"),
        AnswerState.Missing => new("no answer found", "keine Antwort gefunden"),
        _ => new("found, but it cannot be read by the machine", "gefunden, aber für die Maschine nicht lesbar"),
    };
}
