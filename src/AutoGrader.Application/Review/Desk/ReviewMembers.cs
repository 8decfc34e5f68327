using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Desk;

/// <summary>Reads what was assessed of submissions for one criterion.</summary>
internal sealed class ReviewMembers(Database database)
{
    /// <summary>What a person needs to decide on a group; <c>null</c> where somebody has decided since it was listed.</summary>
    public async Task<ReviewCase?> DescribeAsync(
        RubricVersion rubric, ReviewGroup group, IReadOnlyList<Points> thresholds, CancellationToken cancellationToken)
    {
        var question = rubric.Rubric.Questions.First(q => q.Id == group.First.QuestionId);
        var members = await ReadAsync(rubric, group.First.CriterionId, [.. group.Items.Select(i => i.SubmissionId)], cancellationToken);
        return members.Count < group.Items.Count ? null : new ReviewCase
        {
            Group = ListReview.Describe(group, question, thresholds),
            QuestionText = question.Text,
            Levels = CriterionLevels.Of(question.Criteria.First(c => c.Id == group.First.CriterionId)),
            Members = members,
        };
    }

    /// <summary>What was assessed of submissions, in the order asked for; those that were not assessed are left out.</summary>
    public async Task<IReadOnlyList<ReviewMember>> ReadAsync(
        RubricVersion rubric, string criterion, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var (rubricHash, rubricId) = (rubric.Hash, rubric.Rubric.Id);
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await (
            from assessment in context.Assessments.AsNoTracking()
            where assessment.RubricHash == rubricHash && EF.Parameter(ids).Contains(assessment.SubmissionId)
            from answer in assessment.Answers
            from score in answer.Scores
            where score.CriterionId == criterion
            select new Row(
                assessment.Submission!,
                assessment.Surname,
                assessment.PdfHash,
                assessment.Notes,
                assessment.Hints,
                answer.QuestionId,
                answer.Text,
                score,
                assessment.Submission!.Overrides.FirstOrDefault(o => o.RubricId == rubricId && o.Target == criterion)))
            .ToListAsync(cancellationToken);
        var bySubmission = rows.ToDictionary(r => r.Submission.Id);
        var found = ids.Where(bySubmission.ContainsKey).Select(id => bySubmission[id]).ToList();
        return [.. found.Select((row, place) => Describe(row, place == 0 ? null : found[0].Answer))];
    }

    private sealed record Row(
        Submission Submission, string? Surname, string? PdfHash, IReadOnlyList<ReadingRemark> Notes, IReadOnlyList<TutorHint> Hints,
        string QuestionId, string Answer, StoredScore Score, StoredOverride? Standing);

    private static ReviewMember Describe(Row row, string? shown) => new()
    {
        SubmissionId = row.Submission.Id,
        Participant = row.Submission.ParticipantNumber ?? row.Submission.HandInKey,
        Name = row.Submission.Name ?? row.Surname,
        Version = ItemVersion.Of(row.Submission, row.Standing),
        Answer = row.Answer,
        Marks = AnswerMarks.Of(row.Answer, row.Score.Evidence),
        Score = AssessmentMapping.FromRow(row.Score),
        PdfHash = row.PdfHash,
        Differences = shown is null ? null : AnswerDifferences.Of(row.Answer, shown),
        Notes = [.. row.Notes.Where(n => n.Kind.IsPutAside())],
        Hints = [.. row.Hints.Where(h => h.Concerns(row.QuestionId))],
    };
}
