using System.Globalization;
using AutoGrader.Benchmarks.Accuracy;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>Reads a corpus and prints how much of what was typed was read, by toolchain and language. Nothing is graded.</summary>
internal sealed class ReadingReport(IReadOnlyList<AnswerReading> answers, Rubric rubric, TextWriter output)
{
    public static ReadingReport Run(CorpusFolder corpus, Rubric rubric, TextWriter output) => new(
        [
            .. from student in corpus.Students
               let report = ReportReading.Of(student, corpus.ReadPdf(student), rubric)
               from question in rubric.Questions
               select AnswerReading.Of(report, question.Id),
        ],
        rubric,
        output);

    /// <param name="worst">How many of the worst answers are listed with their differences.</param>
    public void Print(int worst)
    {
        Print("Reading by toolchain", a => a.Report.Student.Toolchain);
        Print("Reading by language", a => a.Report.Student.Language);
        PrintMatrices();
        PrintBrokenWords();
        PrintWorst(worst);
        output.WriteLine();
        output.WriteLine("Tokens are words, letters, numbers and signs of mathematics, the same way on both sides: see TextTokens.");
    }

    private void Print(string title, Func<AnswerReading, string> key)
    {
        var table = new TextTable(
            "", "reports", "answered and found", "token F1", "in order", "unanswered reported",
            "matrices exact", "wrong entries", "of these sure", "broken words", "names");
        foreach (var group in answers.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
            Add(table, group.Key, [.. group]);
        Add(table, "all with text", [.. answers.Where(a => a.Report.HasText)]);
        table.Print(output, title);
    }

    private void Add(TextTable table, string name, IReadOnlyList<AnswerReading> group)
    {
        var reports = group.Select(a => a.Report).Distinct().ToList();
        var answered = group.Where(a => a.IsAnswered).ToList();
        var unanswered = group.Where(a => !a.IsAnswered).ToList();
        var matrices = answered.Where(IsCalculated).Select(a => a.Matrices).ToList();
        table.Add(
            name,
            Format(reports.Count),
            Ratio(answered.Count(a => a.IsFound), answered.Count),
            Format(answered.Select(a => a.F1).DefaultIfEmpty(1).Average()),
            Format(answered.Select(a => a.IsFound ? a.Overlap.OrderedF1 : 0).DefaultIfEmpty(1).Average()),
            Ratio(unanswered.Count(a => a.IsReportedMissing), unanswered.Count),
            Ratio(matrices.Sum(m => m.Typed - m.Unread.Count), matrices.Sum(m => m.Typed)),
            Format(matrices.Sum(m => m.WrongEntries.Count)),
            Format(matrices.Sum(m => m.WrongEntries.Count(e => e.Confidence >= MatrixCheck.Doubted))),
            Format(answered.Sum(a => a.BrokenWords.Count())),
            Ratio(reports.Count(r => r.HasName), reports.Count));
    }

    private void PrintMatrices()
    {
        var table = new TextTable("report", "question", "at fault", "entries");
        foreach (var answer in answers.Where(a => a.IsAnswered && a.Report.HasText && IsCalculated(a)))
        {
            foreach (var typed in answer.Matrices.Unread)
                table.Add(answer.Report.Student.Stem, answer.QuestionId, "typed, not read", Entries(typed.Rows));
            foreach (var entry in answer.Matrices.WrongEntries)
                table.Add(answer.Report.Student.Stem, answer.QuestionId, "wrong entry", $"{entry.Text} ({Format(entry.Confidence)})");
        }

        table.Print(output, "Matrices at fault");
    }

    private void PrintBrokenWords()
    {
        var table = new TextTable("report", "question", "lost", "foreign");
        foreach (var answer in answers.Where(a => a.IsAnswered && a.BrokenWords.Any()))
        {
            table.Add(
                answer.Report.Student.Stem, answer.QuestionId,
                string.Join(' ', answer.BrokenWords), string.Join(' ', answer.Overlap.Foreign));
        }

        table.Print(output, "Broken words: typed, three letters or more, and not read so");
    }

    private void PrintWorst(int count)
    {
        var ranked = answers.Where(a => a.IsAnswered && a.Report.HasText && a.F1 < 1).OrderBy(a => a.F1).Take(count);
        output.WriteLine();
        output.WriteLine($"The {count} worst answers of reports with text");
        foreach (var answer in ranked)
        {
            var state = answer.Read?.State.ToString() ?? "unread";
            output.WriteLine($"  {Format(answer.F1)}  {answer.Report.Student.Stem}  {answer.QuestionId}  {state}");
            output.WriteLine($"        not read:  {string.Join(' ', answer.Overlap.Missing)}");
            output.WriteLine($"        not typed: {string.Join(' ', answer.Overlap.Foreign)}");
        }
    }

    private bool IsCalculated(AnswerReading answer) => rubric.Questions.Single(q => q.Id == answer.QuestionId).IsNumeric;

    private static string Entries(double[][] rows) =>
        string.Join("; ", rows.Select(r => string.Join(' ', r.Select(n => n.ToString(CultureInfo.InvariantCulture)))));

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Format(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Ratio(int part, int whole) => $"{Format(part)}/{Format(whole)}";
}
