namespace AutoGrader.Core.Grading.Judge;

/// <summary>What became of asking a judge.</summary>
public enum JudgeOutcome
{
    /// <summary>There is an opinion.</summary>
    Given,

    /// <summary>What was answered cannot be used; <see cref="JudgeOpinion.Remark"/> says why.</summary>
    Void,

    /// <summary>It did not answer in time, or with an error.</summary>
    Unavailable,

    /// <summary>It was not asked: the calls of the run are used up, or the answer is too long.</summary>
    NotAsked,
}

/// <summary>A judge's opinion on one criterion, stored with the score. For tutors; students do not see it.</summary>
public sealed record JudgeOpinion
{
    /// <summary>What became of asking.</summary>
    public required JudgeOutcome Outcome { get; init; }

    /// <summary>The judge's name: model and wording of the question.</summary>
    public required string Judge { get; init; }

    /// <summary>Names the prompt and the reply in the store (a hash of model and prompt); <c>null</c> where nothing was asked.</summary>
    public string? Key { get; init; }

    /// <summary>The points, where an opinion is given.</summary>
    public Points? Points { get; init; }

    /// <summary>The words of the answer that it rests on; empty where it finds nothing.</summary>
    public string Quotation { get; init; } = "";

    /// <summary>The judge's reason, or why there is no opinion.</summary>
    public string Remark { get; init; } = "";
}
