using System.Text.RegularExpressions;
using AutoGrader.Application.Data;
using AutoGrader.Application.Judge;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>A real answer as an example of a criterion, before anything is saved.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="CriterionText">What earns its points.</param>
/// <param name="Answer">The answer without the names and numbers of the participants.</param>
/// <param name="Points">What it earned.</param>
/// <param name="Maximum">What it could earn.</param>
/// <param name="IsOpen">Whether these points are a suggestion that nobody has agreed to yet.</param>
public sealed record ExampleProposal(
    string CriterionId, LocalizedText CriterionText, string Answer, Points Points, Points Maximum, bool IsOpen);

/// <summary>
/// Makes an anonymous example of an answer: names and numbers of all participants, e-mail addresses and long numbers are taken out.
/// What else tells who wrote it a person must see; therefore it is shown before it is saved.
/// </summary>
public sealed partial class ProposeExample(Database database)
{
    /// <summary>Proposes; <c>null</c> where the submission has no answer to the criterion's question.</summary>
    public async Task<ExampleProposal?> ExecuteAsync(
        Guid submissionId, string rubricHash, string criterionId, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var found = await context.Assessments.AsNoTracking().Where(a => a.SubmissionId == submissionId && a.RubricHash == rubricHash)
            .SelectMany(a => a.Answers).Where(a => a.Text != "" && a.Scores.Any(s => s.CriterionId == criterionId))
            .Include(a => a.Scores).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var score = found.Scores.First(s => s.CriterionId == criterionId);
        var anonymous = LongNumber().Replace(Address().Replace(found.Text, "[…]"), "[…]");
        anonymous = new PersonalWords(await NamesAsync(context, submissionId, cancellationToken)).RemovedFrom(anonymous);
        return new ExampleProposal(
            criterionId, score.CriterionText, anonymous.Trim(), score.Points, score.Maximum, score.NeedsReview && score.Override is null);
    }

    private static async Task<List<string?>> NamesAsync(
        AutoGraderDbContext context, Guid submissionId, CancellationToken cancellationToken)
    {
        var input = context.Submissions.Where(s => s.Id == submissionId).Select(s => s.InputId);
        var submissions = await context.Submissions.AsNoTracking().Where(s => input.Contains(s.InputId))
            .Select(s => new { s.Name, s.GroupName, s.ParticipantNumber, s.WorksheetParticipants }).ToListAsync(cancellationToken);
        var handIns = await context.Assessments.AsNoTracking().Where(a => input.Contains(a.Submission!.InputId))
            .Select(a => new { a.Surname, a.Matriculation }).ToListAsync(cancellationToken);
        return
        [
            .. submissions.SelectMany(s => (string?[])[s.Name, s.GroupName, s.ParticipantNumber, .. s.WorksheetParticipants]),
            .. handIns.SelectMany(h => (string?[])[h.Surname, h.Matriculation]),
        ];
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // Matriculation numbers, also those of people who handed in nothing; no entry of a matrix on a sheet is that long.
    [GeneratedRegex(@"(?<![\d.,])\d{6,}(?![\d.,]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
