using AutoGrader.Core.Grading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>A criterion of one answer beside the truth.</summary>
internal sealed record CriterionOutcome
{
    public required string Student { get; init; }

    public required string Language { get; init; }

    /// <summary>How the report was made; empty for typed answers.</summary>
    public string Toolchain { get; init; } = "";

    public required string QuestionId { get; init; }

    public required string CriterionId { get; init; }

    public required decimal Suggested { get; init; }

    public required decimal True { get; init; }

    public required double Confidence { get; init; }

    public required bool IsAutomatic { get; init; }

    public required string Rationale { get; init; }

    public required string Answer { get; init; }

    public bool IsExact => Suggested == True;

    /// <summary>The worst fault: wrong, and nobody would look.</summary>
    public bool IsSilentError => IsAutomatic && !IsExact;

    public static IEnumerable<CriterionOutcome> Of(StudentRun run) =>
        from question in run.Assessment?.Questions ?? []
        from score in question.Criteria
        where run.Student.Truth.ContainsKey(score.CriterionId)
        select Of(
            score, run.Student.Truth[score.CriterionId], run.Student.Id, run.Student.Language, question.QuestionId, question.Answer) with
        {
            Toolchain = run.Student.Toolchain,
        };

    public static CriterionOutcome Of(
        CriterionScore score, decimal truth, string student, string language, string questionId, string answer) => new()
        {
            Student = student,
            Language = language,
            QuestionId = questionId,
            CriterionId = score.CriterionId,
            Suggested = score.Points.Value,
            True = truth,
            Confidence = score.Confidence,
            IsAutomatic = !score.NeedsReview,
            Rationale = score.Rationale.English,
            Answer = answer,
        };
}
