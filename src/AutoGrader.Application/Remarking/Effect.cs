using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>What would change if submissions were graded by another rubric version. Stored nowhere.</summary>
public sealed record Effect
{
    /// <summary>The version looked at.</summary>
    public required RubricVersion Rubric { get; init; }

    /// <summary>The submissions with a result, in ordinal order of their hand-ins' keys, run by run.</summary>
    public required IReadOnlyList<SubmissionEffect> Submissions { get; init; }

    /// <summary>The submissions before, by whole points from 0 to the larger maximum; half points count below.</summary>
    public required IReadOnlyList<int> Before { get; init; }

    /// <summary>The same submissions after.</summary>
    public required IReadOnlyList<int> After { get; init; }

    /// <summary>The points at which a better grade begins, after, the lowest first.</summary>
    public required IReadOnlyList<Points> Boundaries { get; init; }

    /// <summary>What cannot be told beforehand, for all submissions together.</summary>
    public required IReadOnlyList<LocalizedText> Remarks { get; init; }

    /// <summary>Submissions of which anything changes.</summary>
    public IEnumerable<SubmissionEffect> Changed => Submissions.Where(s => s.IsChanged);

    /// <summary>How many change in points.</summary>
    public int Moved => Submissions.Count(s => s.IsMoved);

    /// <summary>How many cross a boundary.</summary>
    public int Crossing => Submissions.Count(s => s.IsCrossing);

    /// <summary>
    /// Who would lose points and can keep the result that counts: one that still needs a person is not kept (ADR 26).
    /// </summary>
    public IReadOnlyList<SubmissionEffect> Keepable => [.. Submissions.Where(s => s.LosesPoints && !s.IsOpenBefore)];

    /// <summary>How many submissions need a person that needed none.</summary>
    public int NewlyOpen => Submissions.Count(s => s is { IsOpenAfter: true, IsOpenBefore: false });

    /// <summary>How many need none any more.</summary>
    public int Closed => Submissions.Count(s => s is { IsOpenAfter: false, IsOpenBefore: true });

    /// <summary>How many could not be computed.</summary>
    public int NotComputed => Submissions.Count(s => s.NotComputed is not null);
}
