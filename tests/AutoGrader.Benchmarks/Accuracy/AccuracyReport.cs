using System.Globalization;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>Runs the pipeline over a corpus and prints how far its reading and its points can be trusted.</summary>
internal sealed class AccuracyReport(IReadOnlyList<StudentRun> runs, Rubric rubric, TextWriter output)
{
    private readonly List<CriterionOutcome> _outcomes = [.. runs.SelectMany(CriterionOutcome.Of)];

    public static AccuracyReport Run(CorpusFolder corpus, Rubric rubric, TextWriter output) =>
        new([.. corpus.Students.Select(s => StudentRun.Of(s, corpus.ReadPdf(s), rubric))], rubric, output);

    public void Print()
    {
        PrintReading();
        PrintAnswersAtFault();
        PrintMatricesAtFault();
        PrintPoints("Points by criterion", _outcomes.GroupBy(o => o.Score.CriterionId));
        PrintPoints("Points by toolchain", _outcomes.GroupBy(o => o.Student.Toolchain).OrderBy(g => g.Key, StringComparer.Ordinal));
        PrintPoints("Points by language", _outcomes.GroupBy(o => o.Student.Language).OrderBy(g => g.Key, StringComparer.Ordinal));
        PrintErrors("Silent errors: decided automatically and wrong", _outcomes.Where(o => o.IsSilentError));
        PrintMarks();
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
                check.Answer?.Doubt ?? "");
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

    private void PrintPoints(string title, IEnumerable<IGrouping<string, CriterionOutcome>> groups)
    {
        var table = new TextTable("", "n", "exact", "mean abs. error", "kappa", "automatic", "silent errors", "share of automatic");
        foreach (var group in groups.Select(g => (g.Key, Outcomes: g.ToList())).Append((Key: "all", Outcomes: _outcomes)))
        {
            var agreement = Agreement.Of(group.Outcomes);
            table.Add(
                group.Key, Format(agreement.Count), Percent(agreement.Exact), Format(agreement.MeanAbsoluteError), Format(agreement.Kappa),
                Percent(agreement.Automatic), Format(agreement.SilentErrors),
                Percent(agreement.SilentErrors / Math.Max(1, agreement.Automatic * agreement.Count)));
        }

        table.Print(output, title);
    }

    private void PrintErrors(string title, IEnumerable<CriterionOutcome> outcomes)
    {
        var table = new TextTable("student", "report", "criterion", "suggested", "true", "confidence", "rationale");
        foreach (var outcome in outcomes)
        {
            table.Add(
                outcome.Student.Id,
                outcome.Student.Stem,
                outcome.Score.CriterionId,
                Format(outcome.Suggested / 2.0),
                Format(outcome.True / 2.0),
                Format(outcome.Score.Confidence),
                outcome.Score.Rationale.English);
        }

        table.Print(output, title);
    }

    private void PrintMarks()
    {
        var marks = _outcomes.GroupBy(o => o.Student.Id).Select(g => (
            Accepted: Math.Abs(g.Sum(o => o.Suggested - o.True)) / 2.0,
            Corrected: Math.Abs(g.Where(o => o.IsAutomatic).Sum(o => o.Suggested - o.True)) / 2.0)).ToList();
        var table = new TextTable("mark of the sheet", "mean abs. error", "exact", "within 1 point");
        Add("all suggestions accepted", m => m.Accepted);
        Add("reviewed criteria corrected", m => m.Corrected);
        table.Print(output, $"Marks of {marks.Count} reports ({runs.Count - marks.Count} without any score)");

        void Add(string name, Func<(double Accepted, double Corrected), double> error) => table.Add(
            name,
            Format(marks.Select(error).DefaultIfEmpty().Average()),
            Ratio(marks.Count(m => error(m) == 0), marks.Count),
            Ratio(marks.Count(m => error(m) <= 1), marks.Count));
    }

    private IEnumerable<AnswerCheck> Checks(StudentRun run) => AnswerCheck.Of(run, rubric.Questions.Select(q => q.Id));

    private IEnumerable<MatrixCheck> MatrixChecks(StudentRun run) =>
        from question in rubric.Questions
        where question.Computation is not null && run.Student.Answers.ContainsKey(question.Id)
        select MatrixCheck.Of(run.Student.Answers[question.Id], run.Document?.Answers.Single(a => a.QuestionId == question.Id));

    private static string Entries(double[][] rows) => string.Join("; ", rows.Select(r => string.Join(' ', r.Select(n => Format(n)))));

    private static string Entries(MatrixReading matrix) =>
        string.Join("; ", matrix.Entries.Chunk(matrix.Columns).Select(r => string.Join(' ', r.Select(e => e.Text))));

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Format(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Ratio(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{part}/{whole} {100.0 * part / Math.Max(1, whole):0.0} %");
}
