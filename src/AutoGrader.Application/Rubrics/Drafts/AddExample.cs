using System.Text.Encodings.Web;
using System.Text.Json;
using AutoGrader.Application.Data;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>Adds an answer to a draft: to the examples of a criterion that takes some, otherwise to the graded answers.</summary>
public sealed class AddExample(Database database, AuditTrail audit, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds it.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="criterionId">The criterion.</param>
    /// <param name="answer">The answer; who adds it has seen that it names nobody.</param>
    /// <param name="points">What it earns.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The path of the criterion in the draft; <c>null</c> where the draft has no such criterion, and nothing was added.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved the draft at this very moment.</exception>
    public async Task<string?> ExecuteAsync(
        Guid draftId, string criterionId, string answer, Points points, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        await using var context = await database.OpenAsync(cancellationToken);
        var draft = await context.RubricDrafts.SingleAsync(d => d.Id == draftId, cancellationToken);
        if (ExampleEdit.Find(draft.Source, criterionId) is not { } criterion)
            return null;
        if (!ExampleEdit.Takes(criterion))
            draft.Answers = string.Concat(
                draft.Answers, draft.Answers.Length > 0 && !draft.Answers.EndsWith('\n') ? "\n" : "",
                Line(criterionId, answer, points), "\n");
        else if (ExampleEdit.Add(draft.Source, criterionId, answer, points) is { } source)
            draft.Source = source;
        else
            return null;
        (draft.ChangedAt, draft.ChangedBy) = (clock.GetUtcNow().UtcDateTime, actor);
        audit.Add(context, actor, "draft.example", draftId.ToString(), criterionId);
        await context.SaveChangesAsync(cancellationToken);
        return criterion.Path;
    }

    // A criterion's id is its question's and a letter.
    private static string Line(string criterionId, string answer, Points points) => JsonSerializer.Serialize(
        new
        {
            question = criterionId[..^1],
            answer = answer.Trim(),
            points = new Dictionary<string, decimal> { [criterionId] = points.Value },
        },
        Format);
}
