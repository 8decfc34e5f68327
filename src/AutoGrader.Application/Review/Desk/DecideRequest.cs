using AutoGrader.Core;

namespace AutoGrader.Application.Review.Desk;

/// <summary>A person's decision on a criterion, for one submission or for many.</summary>
public sealed record DecideRequest
{
    public required Guid RunId { get; init; }

    public required string CriterionId { get; init; }

    public required Points Points { get; init; }

    /// <summary>Why, in the person's words; students may read it. May be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who decides.</summary>
    public required string By { get; init; }

    /// <summary>For whom.</summary>
    public required IReadOnlyList<DecidedItem> Items { get; init; }
}

/// <summary>A submission that is decided on.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Version">What the person saw: <see cref="ReviewMember.Version"/>.</param>
public sealed record DecidedItem(Guid SubmissionId, string Version);

/// <summary>What became of a decision.</summary>
/// <param name="DecisionId">Names it, to take it back; <c>null</c> where nothing was decided.</param>
/// <param name="Decided">For how many submissions it was stored.</param>
/// <param name="Refused">For which it was not, and why. They are unchanged.</param>
public sealed record DecideResult(Guid? DecisionId, int Decided, IReadOnlyList<RefusedItem> Refused);

/// <summary>A submission that was not decided on.</summary>
public sealed record RefusedItem(Guid SubmissionId, LocalizedText Reason);
