namespace AutoGrader.Core.Computations.Mutations;

/// <summary>
/// The slips that are looked for in every formula, the most likely first: where two explain the same numbers in the same way, the first
/// gives its name.
/// </summary>
internal static class MutationCatalogue
{
    /// <summary>Two rows of a result or of a given matrix changed places.</summary>
    public const string RowsSwapped = "rows_swapped";

    /// <summary>Two columns of a result or of a given matrix changed places.</summary>
    public const string ColumnsSwapped = "columns_swapped";

    /// <summary>One entry of a given matrix was copied wrongly.</summary>
    public const string GivenMiscopied = "given_miscopied";

    /// <summary>The slips that change the formula.</summary>
    public static IReadOnlyList<Mutation> Mutations { get; } =
        [.. ScalingMutations.All, .. ProductMutations.All, .. SoftmaxMutations.All, .. OtherMutations.All];

    /// <summary>The names of the slips that are solved for from the student's numbers: they may happen in any step.</summary>
    public static IReadOnlyList<string> Solved { get; } = [RowsSwapped, ColumnsSwapped, GivenMiscopied];

    /// <summary>The names of all slips.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Mutations.Select(mutation => mutation.Name), .. Solved];
}
