using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>What is learnt from people's decisions stays in their course.</summary>
public sealed class LearntAnswersTests : IDisposable
{
    private static readonly Criterion Decided =
        Installation.Rubric.Rubric.Questions.SelectMany(q => q.Criteria).OfType<ConceptCriterion>().First();

    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_decision_teaches_its_own_course_and_no_other_and_not_the_command_line()
    {
        var (own, sibling) = (await InputAsync("Computer Vision", "first"), await InputAsync("Computer Vision", "second"));
        var (other, none) = (await InputAsync("Another course", "third"), await InputAsync(course: null, "fourth"));
        await DecideAsync(own, "The hidden state remembers what came before.");
        await DecideAsync(none, "It is the memory of the network, said at the command line.");

        Assert.Equal("The hidden state remembers what came before.", Assert.Single(await LearntAsync(own)));
        Assert.Equal(await LearntAsync(own), await LearntAsync(sibling));
        Assert.Empty(await LearntAsync(other));
        Assert.StartsWith("It is the memory", Assert.Single(await LearntAsync(none)), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> LearntAsync(Guid input)
    {
        await using var context = await _installation.OpenAsync();
        var learnt = await LearntAnswers.CollectAsync(context, input, Installation.Rubric.Rubric, GradedAnswerSet.Empty, Cancel);
        return [.. learnt.Answers.Select(a => a.Text)];
    }

    private async Task<Guid> InputAsync(string? course, string title)
    {
        await using var context = await _installation.OpenAsync();
        await context.EnsureRubricAsync(Installation.Rubric, GradedAnswerSet.Empty, DateTime.UnixEpoch, Cancel);
        Guid? assignment = null;
        if (course is not null)
        {
            var row = context.Courses.FirstOrDefault(c => c.Name == course)
                ?? context.Courses.Add(new Course { Id = Guid.NewGuid(), Name = course, CreatedAt = DateTime.UnixEpoch }).Entity;
            assignment = context.Assignments.Add(new Assignment
            {
                Id = Guid.NewGuid(),
                CourseId = row.Id,
                Title = title,
                RubricId = Installation.Rubric.Rubric.Id,
                RubricHash = Installation.Rubric.Hash,
                CreatedAt = DateTime.UnixEpoch,
            }).Entity.Id;
        }
        var input = context.Inputs.Add(new GradingInput
        {
            Id = Guid.NewGuid(),
            AssignmentId = assignment,
            Location = assignment is null ? title : null,
            FirstSeenAt = DateTime.UnixEpoch,
        }).Entity;
        await context.SaveChangesAsync(Cancel);
        return input.Id;
    }

    private async Task DecideAsync(Guid input, string answer)
    {
        await using var context = await _installation.OpenAsync();
        var submission = context.Submissions.Add(new Submission { Id = Guid.NewGuid(), InputId = input, HandInKey = answer }).Entity;
        context.Overrides.Add(new StoredOverride
        {
            Id = Guid.NewGuid(),
            SubmissionId = submission.Id,
            RubricId = Installation.Rubric.Rubric.Id,
            Target = Decided.Id,
            Points = Decided.Maximum,
            Maximum = Decided.Maximum,
            CriterionText = Decided.Text.English,
            Answer = answer,
            ContentHash = "",
            By = "tutor",
            Reason = "",
            DecidedAt = DateTime.UnixEpoch,
        });
        await context.SaveChangesAsync(Cancel);
    }
}
