using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.Grading;

/// <summary>What became of a submission, before it is saved.</summary>
internal sealed record Judgement
{
    public required SubmissionStatus Status { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public string? Uploaded { get; init; }

    public string? Surname { get; init; }

    public string? Matriculation { get; init; }

    public DateTime? UploadedAt { get; init; }

    public string? PdfHash { get; init; }

    /// <summary>The report; not saved with the rows.</summary>
    public byte[]? Pdf { get; init; }

    /// <summary>
    /// The report for the feedback, which copies its pages in this process: <c>null</c> where the reader, in a process of its own, could
    /// not open it or came to grief.
    /// </summary>
    public byte[]? PdfWithPages => Reading is { Content: not null } ? Pdf : null;

    public ReportReadings.Reading? Reading { get; init; }

    public AnswerDocument? Document { get; init; }

    public Assessment? Assessment { get; init; }

    public required Language Language { get; init; }

    /// <summary>Whether the file has ended the process too often to be tried again.</summary>
    public bool IsPoison { get; init; }

    /// <summary>Whether this is the result of a fault of the program, to be tried again by the next run.</summary>
    public bool IsProvisional { get; init; }
}
