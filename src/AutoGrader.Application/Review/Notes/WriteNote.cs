using AutoGrader.Application.Data;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Notes;

/// <summary>Writes a note for other tutors beside an answer. Nothing of what is graded changes.</summary>
public sealed class WriteNote(Database database, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Writes.</summary>
    /// <param name="runId">The run in which the answer was read.</param>
    /// <param name="submissionId">Whose answer.</param>
    /// <param name="criterionId">The criterion that it is about.</param>
    /// <param name="text">The note, plain text.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="ArgumentException">The rubric has no such criterion, or nobody is named as writing.</exception>
    public async Task<NoteResult> ExecuteAsync(
        Guid runId, Guid submissionId, string criterionId, string? text, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (NoteText.Check(text, out var plain) is { } problem)
            return NoteResult.Refused(problem);
        await using var context = await database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        var rubric = (await context.RubricVersionAsync(run.RubricHash, cancellationToken)).Rubric;
        var question = rubric.Questions.FirstOrDefault(q => q.Criteria.Any(c => c.Id == criterionId))
            ?? throw new ArgumentException($"The rubric has no criterion '{criterionId}'.", nameof(criterionId));
        var contentHash = await context.Submissions
            .Where(s => s.Id == submissionId && s.InputId == run.InputId && !s.IsWithdrawn)
            .Select(s => s.ContentHash).SingleOrDefaultAsync(cancellationToken);
        if (contentHash is null)
            return NoteResult.Refused(DeskRows.Unknown);
        var note = new ReviewNote
        {
            Id = ids.Next(),
            SubmissionId = submissionId,
            RubricId = rubric.Id,
            QuestionId = question.Id,
            CriterionId = criterionId,
            ContentHash = contentHash,
            Text = plain,
            By = by,
            WrittenAt = clock.GetUtcNow().UtcDateTime,
        };
        context.ReviewNotes.Add(note);
        audit.Add(context, by, "note.write", submissionId.ToString(), $"{criterionId} ({note.Id})");
        await context.SaveChangesAsync(cancellationToken);
        return new NoteResult(note.Id, null);
    }
}
