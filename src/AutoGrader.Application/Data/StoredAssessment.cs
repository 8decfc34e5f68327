using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Data;

/// <summary>What became of a submission under a rubric version. One row for each such pair; a new judgement replaces it.</summary>
public sealed class StoredAssessment
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public Submission? Submission { get; init; }

    public required string RubricHash { get; init; }

    /// <summary>Names everything the judgement depends on; where it is the same, the judgement would be the same.</summary>
    public required string Fingerprint { get; set; }

    public SubmissionStatus Status { get; set; }

    /// <summary>The status without <see cref="CrossReasons"/>.</summary>
    public SubmissionStatus OwnStatus { get; set; }

    public string? Uploaded { get; set; }

    public string? Surname { get; set; }

    public string? Matriculation { get; set; }

    /// <summary>Wall-clock time at the server, without a zone.</summary>
    public string? UploadedAt { get; set; }

    /// <summary>Broken rules and remarks that follow from this hand-in alone.</summary>
    public IReadOnlyList<Reason> Reasons { get; set; } = [];

    /// <summary>Reasons that follow from other hand-ins of the same input.</summary>
    public IReadOnlyList<Reason> CrossReasons { get; set; } = [];

    /// <summary>What the reader wants a tutor to know of the report.</summary>
    public IReadOnlyList<ReadingRemark> Notes { get; set; } = [];

    /// <summary>What follows from this and other hand-ins of the same input, for tutors only: hints, never deductions.</summary>
    public IReadOnlyList<TutorHint> Hints { get; set; } = [];

    /// <summary>The report; <c>null</c> where the rules forbade grading.</summary>
    public string? PdfHash { get; set; }

    public string? FeedbackHash { get; set; }

    /// <summary>The language of the feedback.</summary>
    public Language Language { get; set; }

    /// <summary>The points of the sheet; <c>null</c> where nothing was scored.</summary>
    public Points? Points { get; set; }

    public Points Maximum { get; set; }

    public int EngineVersion { get; set; }

    public DateTime AssessedAt { get; set; }

    public ICollection<StoredAnswer> Answers { get; } = [];

    /// <summary>Marks the row as changed, for whoever keeps what was read of it.</summary>
    internal void Touch(DateTime now) => AssessedAt = now > AssessedAt ? now : AssessedAt.AddTicks(1);

    /// <summary>All reasons, most important first.</summary>
    public IReadOnlyList<Reason> AllReasons => [.. Reasons, .. CrossReasons];
}
