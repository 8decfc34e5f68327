using AutoGrader.Application.Data;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Application.Rubrics;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Review.Pages;

/// <summary>Finds what is to be marked on the pages of a submission's report. Opens no PDF.</summary>
public sealed class MarkPages
{
    private readonly Database _database;
    private readonly ReportReadings _readings;
    private readonly AnswersInMemory _answers;
    private readonly AutoGraderOptions _options;

    internal MarkPages(
        Database database, ReportReadings readings, AnswersInMemory answers, IOptions<AutoGraderOptions> options)
    {
        (_database, _readings, _answers, _options) = (database, readings, answers, options.Value);
    }

    /// <summary>The pages of a report.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="submissionId">The submission.</param>
    /// <param name="criterionId">The criterion whose question is marked; <c>null</c> for none.</param>
    /// <param name="withEvidence">Whether what the machine's judgement rests on is marked, or the answer alone.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The pages; <c>null</c> where there is no report or it could not be opened.</returns>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<SubmissionPages?> ExecuteAsync(
        Guid runId, Guid submissionId, string? criterionId, bool withEvidence = true, CancellationToken cancellationToken = default)
    {
        await using var context = await _database.OpenAsync(cancellationToken);
        var run = await context.RunAsync(runId, cancellationToken);
        // By the version of the result that counts, which after a re-marking in part need not be the run's.
        var result = await context.CountingIn(run.Id).AsNoTracking().Where(a => a.SubmissionId == submissionId)
            .Select(a => new { a.Id, a.PdfHash, a.RubricHash }).SingleOrDefaultAsync(cancellationToken);
        if (result?.PdfHash is not { } pdfHash)
            return null;
        var rubric = await context.RubricVersionAsync(result.RubricHash, cancellationToken);
        var question = rubric.Rubric.Questions.FirstOrDefault(q => q.Criteria.Any(c => c.Id == criterionId));
        var document = question is null ? null
            : await _answers.FindAsync(pdfHash, _options.ReadLimits, rubric, question, cancellationToken);
        var sizes = document?.Pages
            ?? (await _readings.FindAsync(pdfHash, _options.ReadLimits, cancellationToken))?.Content?.Pages;
        if (sizes is null or { Count: 0 })
            return null;
        var marks = question is null ? []
            : MarksOf(document, question, await EvidenceAsync(context, result.Id, question, cancellationToken), criterionId!);
        if (!withEvidence)
            marks = [.. marks.Where(m => m.Mark.Kind == PageMarkKind.Answer)];
        var shown = marks.Where(m => m.Page >= 1 && m.Page <= sizes.Count).ToLookup(m => m.Page, m => m.Mark);
        var first = marks.OrderByDescending(m => m.Mark.Kind == PageMarkKind.Evidence).ThenBy(m => m.Page)
            .Select(m => m.Page).FirstOrDefault(1);
        return new SubmissionPages(
            [.. sizes.Select((size, i) => new MarkedPage(i + 1, size, [.. shown[i + 1].OrderBy(m => m.Kind)]))],
            Math.Clamp(first, 1, sizes.Count));
    }

    private static async Task<ILookup<string, Evidence>> EvidenceAsync(
        AutoGraderDbContext context, Guid assessmentId, Question question, CancellationToken cancellationToken)
    {
        var scores = await context.Answers.AsNoTracking()
            .Where(a => a.QuestionId == question.Id && a.AssessmentId == assessmentId)
            .SelectMany(a => a.Scores).Select(s => new { s.CriterionId, s.Evidence }).ToListAsync(cancellationToken);
        return scores.SelectMany(s => s.Evidence.Select(e => (s.CriterionId, Evidence: e))).ToLookup(e => e.CriterionId, e => e.Evidence);
    }

    private static List<(int Page, PageMark Mark)> MarksOf(
        AnswerDocument? document, Question question, ILookup<string, Evidence> evidence, string criterionId)
    {
        var lines = document?.Answers.FirstOrDefault(a => a.QuestionId == question.Id)?.Blocks.SelectMany(b => b.Lines) ?? [];
        var marks = lines.GroupBy(l => l.Page)
            .Select(page => (page.Key, new PageMark(page.Select(l => l.Box).Aggregate((all, box) => all.Union(box)), PageMarkKind.Answer)))
            .ToList();
        foreach (var places in evidence)
        {
            var kind = places.Key == criterionId ? PageMarkKind.Evidence : PageMarkKind.Other;
            marks.AddRange(places.Select(e => (e.Page, new PageMark(e.Box, kind))));
        }
        return marks;
    }
}
