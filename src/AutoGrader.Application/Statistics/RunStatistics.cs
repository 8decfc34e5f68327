using AutoGrader.Core;

namespace AutoGrader.Application.Statistics;

/// <summary>How a run stands, in numbers. Suggestions that nobody has decided count as they stand, and are told as such.</summary>
public sealed record RunStatistics
{
    /// <summary>Submissions with points.</summary>
    public required int Scored { get; init; }

    /// <summary>Of these, how many are decided to the end.</summary>
    public required int Decided { get; init; }

    public required Points Maximum { get; init; }

    /// <summary>Submissions by whole points, from 0 to the maximum; half points count below.</summary>
    public required IReadOnlyList<int> Distribution { get; init; }

    /// <summary>Mean points; <c>null</c> where nothing was scored.</summary>
    public required double? Mean { get; init; }

    /// <summary>The questions in the rubric's order.</summary>
    public required IReadOnlyList<QuestionStatistics> Questions { get; init; }

    /// <summary>The criteria in the rubric's order.</summary>
    public required IReadOnlyList<CriterionStatistics> Criteria { get; init; }

    /// <summary>Who has decided how much, most first.</summary>
    public required IReadOnlyList<PersonStatistics> People { get; init; }

    /// <summary>Decisions of people by day (UTC), the first day first.</summary>
    public required IReadOnlyList<(DateOnly Day, int Decisions)> Days { get; init; }

    /// <summary>Scores of criteria in all.</summary>
    public int Scores => Criteria.Sum(c => c.Scores);

    /// <summary>Scores that the machine decided alone.</summary>
    public int ByMachine => Criteria.Sum(c => c.ByMachine);

    /// <summary>Scores that people decided.</summary>
    public int ByPeople => Criteria.Sum(c => c.ByPeople);

    /// <summary>Of these, how many differ from what the machine had suggested.</summary>
    public int Changed => Criteria.Sum(c => c.Changed);
}

/// <summary>A question in numbers: the sums of its criteria.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answers">How many answers were scored.</param>
/// <param name="Mean">Mean points of an answer.</param>
/// <param name="Maximum">The most that an answer can get.</param>
/// <param name="Full">How many answers got all points.</param>
/// <param name="None">How many got none.</param>
/// <param name="Open">How many have a criterion that is open.</param>
public sealed record QuestionStatistics(
    string QuestionId, LocalizedText Title, int Answers, double Mean, Points Maximum, int Full, int None, int Open)
{
    /// <summary>The share of the points that was earned, 0 to 1.</summary>
    public double Share => Maximum == Points.Zero ? 0 : Mean * 2 / Maximum.HalfPoints;
}

/// <summary>A criterion in numbers.</summary>
/// <param name="QuestionId">Its question.</param>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Text">Its text.</param>
/// <param name="Scores">How many were scored.</param>
/// <param name="Share">The share of its points that was earned, 0 to 1.</param>
/// <param name="ByMachine">How many the machine decided alone.</param>
/// <param name="ByPeople">How many people decided.</param>
/// <param name="Changed">Of these, how many differ from what the machine had suggested.</param>
/// <param name="Open">How many are open.</param>
public sealed record CriterionStatistics(
    string QuestionId, string CriterionId, LocalizedText Text, int Scores, double Share, int ByMachine, int ByPeople, int Changed,
    int Open);

/// <summary>A person's decisions.</summary>
/// <param name="By">Who.</param>
/// <param name="Decisions">How many submissions and criteria they decided.</param>
/// <param name="Changed">How many of these differ from what the machine had suggested.</param>
public sealed record PersonStatistics(string By, int Decisions, int Changed);
