using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>What a draft's texts amount to.</summary>
/// <param name="Version">The rubric; <c>null</c> where its text has faults.</param>
/// <param name="Answers">The graded answers; <c>null</c> where they have faults or there is no rubric to judge them by.</param>
/// <param name="Errors">The faults of the rubric, or where it has none, of the answers; in the file's order.</param>
public sealed record DraftReading(RubricVersion? Version, GradedAnswerSet? Answers, IReadOnlyList<RubricError> Errors)
{
    /// <summary>Whether it can be published.</summary>
    public bool IsValid => Version is not null && Answers is not null;
}

/// <summary>The texts of drafts, which anybody may have written: bounded in size, with one kind of line ends.</summary>
public static class DraftText
{
    /// <summary>The names under which faults are told.</summary>
    public const string RubricFile = "rubric.yaml";

    /// <inheritdoc cref="RubricFile"/>
    public const string AnswersFile = "rubric.answers.jsonl";

    /// <summary>Reads both.</summary>
    public static DraftReading Read(string source, string answers)
    {
        var read = RubricReader.Read(source, RubricFile);
        if (read.Version is not { } version)
            return new DraftReading(null, null, read.Errors);
        var (set, errors) = GradedAnswerSet.Read(answers, AnswersFile, version.Rubric);
        return new DraftReading(version, set, errors);
    }

    /// <summary>The text as it is kept, or <c>null</c> where it is larger than any rubric may be.</summary>
    public static string? Kept(string? text) => text is null ? ""
        : text.Length > RubricReader.MaximumCharacters ? null
        : text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
