using AutoGrader.Core.Rubrics;
using AutoGrader.Tests.Core.Computations;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>Invented students by the thousand, from fixed seeds: what is decided with confidence must be right.</summary>
public sealed class SimulatedStudentTests(ITestOutputHelper output)
{
    [Fact]
    public void Students_of_sheet_five_are_never_marked_wrong_with_confidence() => Simulate(
        _ => SheetFive.Question, s => s.Written, 500, 0.9);

    [Fact]
    public void Students_of_other_sheets_are_never_marked_wrong_with_confidence() => Simulate(
        SimulatedStudent.Sheet, s => s.Written, 500, 0.9);

    [Fact]
    public void Students_read_poorly_are_never_marked_wrong_with_confidence() => Simulate(
        SimulatedStudent.Sheet, s => s.PoorlyRead(new Random(string.Join(';', s.Written).Sum(c => c))), 1500, 0.5);

    [Fact]
    public void Students_are_never_marked_wrong_with_confidence_where_the_catalogue_alone_knows_the_mistakes() => Simulate(
        random => SimulatedStudent.WithCatalogue(random.Next(2) == 0 ? SheetFive.Question : SimulatedStudent.Sheet(random)),
        s => s.Written,
        1500,
        0.85);

    [Fact]
    public void Students_read_poorly_are_never_marked_wrong_with_confidence_where_the_catalogue_alone_knows_the_mistakes() => Simulate(
        random => SimulatedStudent.WithCatalogue(SimulatedStudent.Sheet(random)),
        s => s.PoorlyRead(new Random(string.Join(';', s.Written).Sum(c => c))),
        1500,
        0.5);

    private void Simulate(Func<Random, Question> sheet, Func<SimulatedStudent, string[]> read, int students, double leastAutomatic)
    {
        var (criteria, exact, automatic) = (0, 0, 0);
        var silent = new List<string>();
        for (var seed = 0; seed < students; seed++)
        {
            var random = new Random(seed);
            var question = sheet(random);
            var student = new SimulatedStudent(random, question);
            var written = read(student);
            var scores = WrittenAnswer.Grade(question, WrittenAnswer.Of(written));
            for (var i = 0; i < scores.Count; i++)
            {
                if (student.Truth[i] is not { } truth)
                    continue;
                criteria++;
                var isRight = (double)scores[i].Points.Value == truth;
                exact += isRight ? 1 : 0;
                automatic += scores[i].NeedsReview ? 0 : 1;
                if (!isRight && !scores[i].NeedsReview)
                    silent.Add($"seed {seed} {student.Summary}: {scores[i].CriterionId} truth {truth} got {scores[i].Points} "
                        + $"{scores[i].Confidence:0.00} {scores[i].Rationale.English}\n   {string.Join(" | ", written)}");
            }
        }

        output.WriteLine($"{criteria} criteria, {exact} exact, {automatic} automatic, {silent.Count} silent errors");
        foreach (var line in silent.Take(20))
            output.WriteLine(line);
        Assert.Empty(silent);
        Assert.True(automatic >= criteria * leastAutomatic);
    }
}
