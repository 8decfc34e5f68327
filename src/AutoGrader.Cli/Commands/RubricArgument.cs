using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary>Turns what was typed for <c>--rubric</c> into a rubric version.</summary>
internal static class RubricArgument
{
    /// <exception cref="UnusableInputException">
    /// There is no such rubric, or its file has errors; the message holds a line for each.
    /// </exception>
    public static async Task<RubricVersion> FindAsync(IServiceProvider services, string? reference, CancellationToken cancellationToken) =>
        (await LookUpAsync(services, reference, cancellationToken)).Version!;

    /// <summary>The version and its graded answers.</summary>
    /// <exception cref="UnusableInputException">As for <see cref="FindAsync"/>.</exception>
    public static async Task<RubricLookup> LookUpAsync(IServiceProvider services, string? reference, CancellationToken cancellationToken)
    {
        var lookup = await services.GetRequiredService<FindRubric>().ExecuteAsync(reference, cancellationToken);
        return lookup.Version is not null ? lookup : throw new UnusableInputException(string.Join(Environment.NewLine, lookup.Problems));
    }
}
