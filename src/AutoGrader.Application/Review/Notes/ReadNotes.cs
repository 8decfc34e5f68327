using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Review.Notes;

/// <summary>Reads the notes that tutors wrote on the answers of a run.</summary>
public sealed class ReadNotes(Database database)
{
    /// <summary>Notes, the oldest first.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="question">Only on this question; <c>null</c> for all.</param>
    /// <param name="submissions">Only on these submissions; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<AnswerNote>> ExecuteAsync(
        Guid runId, string? question = null, IReadOnlyList<Guid>? submissions = null, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var notes =
            from run in context.Runs
            where run.Id == runId
            from rubric in context.Rubrics
            where rubric.Hash == run.RubricHash
            from submission in context.Submissions
            where submission.InputId == run.InputId && !submission.IsWithdrawn
            join note in context.ReviewNotes on submission.Id equals note.SubmissionId
            where note.RubricId == rubric.RubricId
            select new { Note = note, Submission = submission };
        if (question is not null)
            notes = notes.Where(n => n.Note.QuestionId == question);
        if (submissions is not null)
            notes = notes.Where(n => EF.Parameter(submissions).Contains(n.Submission.Id));
        var found = await notes.Select(n => new AnswerNote
        {
            Id = n.Note.Id,
            SubmissionId = n.Note.SubmissionId,
            Participant = n.Submission.ParticipantNumber ?? n.Submission.HandInKey,
            Name = n.Submission.Name,
            QuestionId = n.Note.QuestionId,
            CriterionId = n.Note.CriterionId,
            Text = n.Note.Text,
            By = n.Note.By,
            WrittenAt = n.Note.WrittenAt,
            ChangedAt = n.Note.ChangedAt,
            IsOnEarlierFiles = n.Note.ContentHash != n.Submission.ContentHash,
        }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.OrderBy(n => n.WrittenAt).ThenBy(n => n.Id)];
    }
}

/// <summary>A note on an answer. For tutors and instructors of the course alone.</summary>
public sealed record AnswerNote
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The participant number or, in plain folders, the file's path. Not shown where students are to stay unknown.</summary>
    public required string Participant { get; init; }

    /// <summary>Not shown where students are to stay unknown.</summary>
    public required string? Name { get; init; }

    public required string QuestionId { get; init; }

    public required string CriterionId { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTime WrittenAt { get; init; }

    public required DateTime? ChangedAt { get; init; }

    /// <summary>Whether other files were handed in since.</summary>
    public required bool IsOnEarlierFiles { get; init; }
}
