using AutoGrader.Core;
using AutoGrader.Core.Review;

namespace AutoGrader.Application.Review.Second;

/// <summary>How far double marking has come, and what it says.</summary>
/// <param name="Drawn">How many answers were drawn.</param>
/// <param name="Marked">How many of them are marked a second time.</param>
/// <param name="Next">The next answer for the person who asks; <c>null</c> where none is left for them.</param>
/// <param name="Whole">The agreement on all criteria.</param>
/// <param name="ByQuestion">The agreement on each question.</param>
/// <param name="Disagreements">Where the marks differ and nobody has settled it.</param>
/// <param name="Settled">How many differences are settled.</param>
public sealed record SecondMarking(
    int Drawn, int Marked, (Guid SubmissionId, string QuestionId)? Next, MarkAgreement Whole,
    IReadOnlyList<(string QuestionId, MarkAgreement Agreement)> ByQuestion, IReadOnlyList<Disagreement> Disagreements, int Settled);

/// <summary>Two marks that differ.</summary>
/// <param name="Id">Names the second mark.</param>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Name">The student, as far as known.</param>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Maximum">What it can earn.</param>
/// <param name="First">The first mark.</param>
/// <param name="FirstBy">Who gave it; <c>null</c> for the machine.</param>
/// <param name="Second">The second mark.</param>
/// <param name="SecondBy">Who gave it.</param>
/// <param name="Version">What is decided on, to be handed back.</param>
public sealed record Disagreement(
    Guid Id, Guid SubmissionId, string Name, string CriterionId, Points Maximum, Points First, string? FirstBy, Points Second,
    string SecondBy, string Version);

/// <summary>An answer to be marked a second time: what a marker may see, which is neither the first mark nor the machine's.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">The question as printed on the sheet.</param>
/// <param name="Answer">The answer as read.</param>
/// <param name="Criteria">The criteria.</param>
public sealed record UnmarkedAnswer(
    string QuestionId, LocalizedText Title, LocalizedText Text, string Answer, IReadOnlyList<UnmarkedCriterion> Criteria);

/// <summary>A criterion to be marked, with what may be given.</summary>
public sealed record UnmarkedCriterion(string Id, LocalizedText Text, IReadOnlyList<ReviewLevel> Levels);
