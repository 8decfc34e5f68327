using AutoGrader.Core.Computations.Mutations;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// What a rubric says of a slip that is known for every formula, such as a forgotten scaling. The slips it does not mention are found and
/// named as well; their steps are judged by the entries.
/// </summary>
/// <param name="Name">The slip's name in the catalogue, such as <c>scaling_forgotten</c>.</param>
/// <param name="Step">The step it is said of; <c>null</c> for every step.</param>
/// <param name="Text">A sentence for the student in place of the catalogue's; <c>null</c> for that one.</param>
/// <param name="Points">The points that criteria then earn, by criterion id; criteria not named are judged as usual.</param>
public sealed record CatalogueMistake(string Name, string? Step, LocalizedText? Text, IReadOnlyDictionary<string, Points> Points)
{
    /// <summary>The names that the catalogue has.</summary>
    public static IReadOnlyList<string> Names => MutationCatalogue.Names;
}
