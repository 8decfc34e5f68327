namespace AutoGrader.Core.Grading.Judge;

/// <summary>
/// A second reader of free text outside the program, such as a language model. It gives opinions; it never decides
/// (<see cref="SecondOpinion"/>). Implementations ask others and are neither pure nor quick.
/// </summary>
public interface IFreeTextJudge
{
    /// <summary>Names all that its opinions depend on, such as model and wording of the question.</summary>
    string Name { get; }

    /// <summary>
    /// Asks for an opinion. A judge that fails, or answers what cannot be used, is no fault: the opinion says so. What is cancelled throws.
    /// </summary>
    Task<JudgeOpinion> AskAsync(JudgeQuestion question, CancellationToken cancellationToken);
}
