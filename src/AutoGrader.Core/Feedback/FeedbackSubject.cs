using AutoGrader.Core.Submissions;

namespace AutoGrader.Core.Feedback;

/// <summary>Whose submission a feedback is about, and what became of it.</summary>
/// <param name="Name">The student's (or team's) name; the surname of the file where nothing better is known.</param>
/// <param name="Matriculation">The matriculation number, where known.</param>
/// <param name="Uploaded">The name of the uploaded file, where there was one.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reasons">Broken rules and remarks.</param>
public sealed record FeedbackSubject(
    string Name, string? Matriculation, string? Uploaded, SubmissionStatus Status, IReadOnlyList<Reason> Reasons);
