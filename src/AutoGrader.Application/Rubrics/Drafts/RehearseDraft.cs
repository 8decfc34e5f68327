using AutoGrader.Application.Data;
using AutoGrader.Core.Grading.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>
/// Tries a draft as <see cref="RehearseRubric"/> tries a rubric, with the graded answers that lie beside it. Stores nothing.
/// </summary>
public sealed class RehearseDraft(Database database, IOptions<AutoGraderOptions> options)
{
    /// <summary>Rehearses what was saved; <c>null</c> where it has faults.</summary>
    public async Task<RehearsedRubric?> ExecuteAsync(Guid draftId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var draft = await context.RubricDrafts.AsNoTracking().SingleAsync(d => d.Id == draftId, cancellationToken);
        if (DraftText.Read(draft.Source, draft.Answers) is not { Version: { } version, Answers: { } given })
            return null;
        var lines = AnswerLines.Read(draft.Answers, DraftText.AnswersFile).Lines;
        return await Task.Run(
            () => RehearseRubric.Run(
                version, given, DraftText.RubricFile, lines.Count > 0 ? [(DraftText.AnswersFile, lines)] : [], options.Value),
            cancellationToken);
    }
}
