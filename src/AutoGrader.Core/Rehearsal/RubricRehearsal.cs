using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rehearsal;

/// <summary>
/// Tries a rubric before students do: on the sheet's worked solution, on the rubric's examples, on answers that must earn nothing, on
/// known mistakes, and on graded answers where there are some. Pure: same rubric and answers, same report.
/// </summary>
public static class RubricRehearsal
{
    private static readonly IReadOnlyList<PageSize> OnePage = [new PageSize(595, 842)];

    /// <summary>Rehearses.</summary>
    /// <param name="version">The rubric.</param>
    /// <param name="fileName">Its file, named in the findings.</param>
    /// <param name="graded">Graded answers to its questions, by the file that holds them; may be empty.</param>
    /// <param name="grade">Scores answers as the grader does.</param>
    public static RehearsalReport Run(
        RubricVersion version, string fileName, IReadOnlyList<(string File, IReadOnlyList<AnswerLine> Lines)> graded,
        Func<AnswerDocument, Rubric, Assessment> grade) => Run(version, fileName, graded, grade, new RehearsalBudget());

    /// <summary>Rehearses within a budget.</summary>
    internal static RehearsalReport Run(
        RubricVersion version, string fileName, IReadOnlyList<(string File, IReadOnlyList<AnswerLine> Lines)> graded,
        Func<AnswerDocument, Rubric, Assessment> grade, RehearsalBudget budget)
    {
        var places = RubricPlaces.Of(version);
        var rubric = version.Rubric with { Questions = [.. version.Rubric.Questions.Where(budget.PaysSolution)] };
        var answers = new RehearsedAnswers(places, fileName, budget);
        var solution = Solve(rubric, places, fileName, grade);
        var runs = solution
            .Concat(rubric.Questions.SelectMany(answers.Of)
                .Concat(graded.SelectMany(file => RehearsedAnswers.Graded(rubric, file.Lines, file.File)))
                .Select(answer => Try(answer, rubric, grade)))
            .ToList();
        var check = new RehearsalChecks(rubric, places, fileName, runs);
        return new RehearsalReport
        {
            Solution = [.. solution.SelectMany(run => run.Scores)],
            Counts = [.. Enum.GetValues<RehearsalKind>().Select(kind => RehearsalCounting.Of(kind, runs))],
            Findings =
            [
                .. check.All().Concat(Unpaid(version.Rubric, budget, places, fileName))
                    .OrderBy(f => f.IsHint).ThenBy(f => f.What.File, StringComparer.Ordinal).ThenBy(f => f.What.Line),
            ],
        };
    }

    private static IEnumerable<RehearsalFinding> Unpaid(Rubric rubric, RehearsalBudget budget, RubricPlaces places, string fileName)
    {
        var remedy = new LocalizedText(
            "Use smaller matrices or fewer steps, or split the question.",
            "Verwenden Sie kleinere Matrizen oder weniger Schritte, oder teilen Sie die Frage auf.");
        foreach (var question in rubric.Questions)
        {
            if (budget.RefusedSolution(question))
                yield return Finding("not-rehearsed", question, isHint: false,
                    new(
                        $"Question {question.Id} is not rehearsed: with those above, its computation would take too long.",
                        $"Frage {question.Id} wird nicht geprobt: Mit denen darüber würde ihre Rechnung zu lange dauern."));
            else if (budget.RefusedMistakes(question))
                yield return Finding("mutants-cut", question, isHint: true,
                    new(
                        $"Not all known mistakes in question {question.Id} were tried: with those before, they would take too long.",
                        $"Nicht alle bekannten Fehler in Frage {question.Id} wurden geprobt: Mit denen davor würden sie zu lange dauern."));
        }

        RehearsalFinding Finding(string code, Question question, bool isHint, LocalizedText message)
        {
            var (line, column) = places.OfQuestion(question.Id, "computation");
            return new RehearsalFinding(code, isHint, question.Id, new RubricError(fileName, line, column, message, remedy));
        }
    }

    // Letters defined in one answer are used in another, so the solution is graded as one report.
    private static List<RehearsalRun> Solve(
        Rubric rubric, RubricPlaces places, string fileName, Func<AnswerDocument, Rubric, Assessment> grade)
    {
        var answers = rubric.Questions.Select(WorkedSolution.Of).ToList();
        var scores = grade(Report(answers), rubric).Questions;
        return [.. rubric.Questions.Select((question, i) => new RehearsalRun(Rehearsed(question, answers[i]), scores[i].Criteria))];

        RehearsedAnswer Rehearsed(Question question, Answer answer)
        {
            var (line, column) = places.OfQuestion(question.Id, "solution");
            return new RehearsedAnswer
            {
                Kind = RehearsalKind.Solution,
                Question = question,
                Name = new LocalizedText("the worked solution", "die Musterlösung"),
                Answer = answer,
                Expected = question.Criteria.ToDictionary(c => c.Id, c => c.Maximum, StringComparer.Ordinal),
                Place = new RehearsalPlace(fileName, line, column),
            };
        }
    }

    private static RehearsalRun Try(RehearsedAnswer answer, Rubric rubric, Func<AnswerDocument, Rubric, Assessment> grade)
    {
        var alone = rubric with { Questions = [answer.Question] };
        return new RehearsalRun(answer, grade(Report([answer.Answer]), alone).Questions[0].Criteria);
    }

    private static AnswerDocument Report(IReadOnlyList<Answer> answers) => new()
    {
        Answers = answers,
        Language = Language.English,
        Pages = OnePage,
    };
}
