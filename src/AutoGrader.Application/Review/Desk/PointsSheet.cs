using AutoGrader.Core;
using AutoGrader.Core.Review;

namespace AutoGrader.Application.Review.Desk;

/// <summary>All criteria of a submission with what may be given by hand: for a scan, for what was not read, on second thoughts.</summary>
/// <param name="IsScored">Whether anything was scored; otherwise decisions count once the submission is graded again.</param>
/// <param name="Questions">The questions, in the rubric's order.</param>
public sealed record PointsSheet(bool IsScored, IReadOnlyList<PointsQuestion> Questions);

/// <summary>A question of a <see cref="PointsSheet"/>.</summary>
public sealed record PointsQuestion(string Id, LocalizedText Title, IReadOnlyList<PointsItem> Items);

/// <summary>A criterion of a <see cref="PointsSheet"/>.</summary>
public sealed record PointsItem
{
    public required string CriterionId { get; init; }

    public required LocalizedText Text { get; init; }

    public required Points Maximum { get; init; }

    /// <summary>What may be given, most points first.</summary>
    public required IReadOnlyList<ReviewLevel> Levels { get; init; }

    /// <summary>What the machine suggests; <c>null</c> where nothing was scored.</summary>
    public Points? Suggestion { get; init; }

    /// <summary>Whether the machine's points count as long as nobody decides.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The decision that stands; <c>null</c> for none.</summary>
    public PointsDecision? Decision { get; init; }

    /// <summary>Names what is decided on, as <see cref="ReviewMember.Version"/>.</summary>
    public required string Version { get; init; }
}

/// <summary>A decision that stands.</summary>
public sealed record PointsDecision(Points Points, string By, string Reason);
