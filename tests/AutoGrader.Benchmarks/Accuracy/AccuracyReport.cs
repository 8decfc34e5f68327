using AutoGrader.Benchmarks.Scoring;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using static AutoGrader.Benchmarks.Accuracy.Figures;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>Runs the pipeline over a corpus and prints how far its reading and its points can be trusted.</summary>
internal sealed class AccuracyReport(IReadOnlyList<StudentRun> runs, Rubric rubric, TextWriter output)
{
    /// <summary>Every student is scored by what was learnt from the others.</summary>
    public static AccuracyReport Run(CorpusFolder corpus, ScoringOptions options, TextWriter output)
    {
        var rubric = SheetRubric.Read(options.Rubric!);
        var typed = corpus.Students.SelectMany(s => s.Answers.Select(a => new AnswerLine
        {
            Line = 0,
            QuestionId = a.Key,
            Text = a.Value,
            Student = s.Id,
            Points = s.Truth.Where(t => t.Key.StartsWith(a.Key, StringComparison.Ordinal)).ToDictionary(),
        }));
        var grades = new Grades(rubric, [.. typed, .. options.Answers], options.Calibration, options.Target);
        return new AccuracyReport(
            [
                .. corpus.Students.Select(s => StudentRun.Of(
                    s, corpus.ReadPdf(s), rubric, grades.Without(s.Id, s.Answers.ToLookup(a => a.Key, a => a.Value), options.Graded))),
            ],
            rubric,
            output);
    }

    public void Print()
    {
        PrintReading();
        PrintAnswersAtFault();
        PrintMatricesAtFault();
        new OutcomeTables([.. runs.SelectMany(CriterionOutcome.Of)], output).Print();
    }

    private void PrintReading()
    {
        var table = new TextTable(
            "toolchain", "reports", "questions right", "text F1", "matrices exact", "confidently wrong",
            "read ms", "locate ms", "grade ms");
        var groups = runs
            .GroupBy(r => r.Student.Toolchain)
            .Select(g => (g.Key, Runs: g.ToList()))
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in groups.Append((Key: "all", Runs: [.. runs])))
        {
            var answers = group.Runs.SelectMany(Checks).ToList();
            var matrices = group.Runs.SelectMany(MatrixChecks).ToList();
            table.Add(
                group.Key,
                Format(group.Runs.Count),
                Ratio(answers.Count(a => a.IsRight), answers.Count),
                Format(answers.Where(a => a.IsAnswered).Select(a => a.F1).DefaultIfEmpty(1).Average()),
                Ratio(matrices.Sum(m => m.Typed - m.Unread.Count), matrices.Sum(m => m.Typed)),
                Format(matrices.Sum(m => m.ConfidentlyWrong.Count)),
                Format(group.Runs.Average(r => r.Times[0].TotalMilliseconds)),
                Format(group.Runs.Average(r => r.Times[1].TotalMilliseconds)),
                Format(group.Runs.Average(r => r.Times[2].TotalMilliseconds)));
        }

        table.Print(output, "Reading (prose words of three letters or more; matrices of numeric questions)");
    }

    private void PrintAnswersAtFault()
    {
        var table = new TextTable("answer", "report", "state", "recall", "precision", "confidence", "doubt");
        foreach (var check in runs.SelectMany(Checks).Where(a => !a.IsRight))
        {
            table.Add(
                $"{check.Student.Id} {check.QuestionId}",
                check.Student.Stem,
                check.Answer?.State.ToString() ?? "unread",
                Format(check.Recall),
                Format(check.Precision),
                Format(check.Answer?.Confidence ?? 0),
                check.Answer?.Doubt?.English ?? "");
        }

        table.Print(output, "Answers not found, invented or with other text than typed");
    }

    private void PrintMatricesAtFault()
    {
        var table = new TextTable("matrix", "report", "page", "confidence", "entries");
        foreach (var run in runs)
        {
            foreach (var check in MatrixChecks(run))
            {
                foreach (var typed in check.Unread)
                    table.Add("typed, not read", run.Student.Stem, "", "", Entries(typed.Rows));
                foreach (var read in check.ConfidentlyWrong)
                    table.Add("read, not typed", run.Student.Stem, Format(read.Page), Format(read.Confidence), Entries(read));
            }
        }

        table.Print(output, "Matrices at fault");
    }

    private IEnumerable<AnswerCheck> Checks(StudentRun run) => AnswerCheck.Of(run, rubric.Questions.Select(q => q.Id));

    private IEnumerable<MatrixCheck> MatrixChecks(StudentRun run) =>
        from question in rubric.Questions
        where question.IsNumeric && run.Student.Answers.ContainsKey(question.Id)
        select MatrixCheck.Of(run.Student.Answers[question.Id], run.Document?.Answers.Single(a => a.QuestionId == question.Id));

    private static string Entries(double[][] rows) => string.Join("; ", rows.Select(r => string.Join(' ', r.Select(n => Format(n)))));

    private static string Entries(MatrixReading matrix) =>
        string.Join("; ", matrix.Entries.Chunk(matrix.Columns).Select(r => string.Join(' ', r.Select(e => e.Text))));
}
