using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Second;

/// <summary>Reads how far double marking has come and how well the marks agree.</summary>
public sealed class ReadSecondMarks(Database database)
{
    /// <summary>Reads.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<SecondMarking> ExecuteAsync(Guid runId, string person, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        // Marks of files that were handed in anew since, or of a result that no longer counts, are no longer about anything.
        var rows = await (
            from mark in context.SecondMarks.AsNoTracking()
            where mark.RunId == runId
            join submission in context.DecidableIn(run).AsNoTracking() on mark.SubmissionId equals submission.Id
            where submission.ContentHash == mark.ContentHash
            select new
            {
                Mark = mark,
                Submission = submission,
                Standing = submission.Overrides.FirstOrDefault(o => o.RubricId == rubric.Id && o.Target == mark.CriterionId),
            }).ToListAsync(cancellationToken);
        var ordered = rows.OrderBy(r => r.Mark.DrawnAt).ThenBy(r => r.Mark.Id).ToList();
        var marked = ordered.Where(r => r.Mark.Points is not null).ToList();
        var answers = ordered.GroupBy(r => (r.Mark.SubmissionId, r.Mark.QuestionId)).ToList();
        var next = answers.Where(a => a.All(r => r.Mark.Points is null && r.Mark.FirstBy != person)).Select(a => a.Key).ToList();
        var maxima = rubric.Questions.SelectMany(q => q.Criteria).ToDictionary(c => c.Id, c => c.Maximum, StringComparer.Ordinal);
        return new SecondMarking(
            answers.Count,
            answers.Count(a => a.All(r => r.Mark.Points is not null)),
            next.Count > 0 ? next[0] : null,
            AgreementOf(marked.Select(r => r.Mark)),
            [
                .. rubric.Questions.Select(q => (q.Id, Marks: marked.Select(r => r.Mark).Where(m => m.QuestionId == q.Id).ToList()))
                    .Where(q => q.Marks.Count > 0).Select(q => (q.Id, AgreementOf(q.Marks))),
            ],
            [
                .. marked.Where(r => r.Mark.Points != r.Mark.FirstPoints && r.Mark.SettledBy is null).OrderBy(r => r.Mark.Ordinal)
                    .Select(r => new Disagreement(
                        r.Mark.Id, r.Submission.Id, r.Submission.Name ?? r.Submission.ParticipantNumber ?? r.Submission.HandInKey,
                        r.Mark.CriterionId, maxima[r.Mark.CriterionId], r.Mark.FirstPoints, r.Mark.FirstBy, r.Mark.Points!.Value,
                        r.Mark.By!,
                        ItemVersion.Of(r.Submission, r.Standing))),
            ],
            marked.Count(r => r.Mark.SettledBy is not null));
    }

    private static MarkAgreement AgreementOf(IEnumerable<SecondMark> marks) =>
        MarkAgreement.Of([.. marks.Select(m => (m.FirstPoints, m.Points!.Value))]);
}
