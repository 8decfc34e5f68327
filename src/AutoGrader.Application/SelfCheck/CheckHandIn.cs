using AutoGrader.Application.Isolation;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.SelfCheck;

/// <summary>Checks one hand-in as a student would: rules, reading, questions found. Scores nothing and stores nothing.</summary>
public sealed class CheckHandIn(IOptions<AutoGraderOptions> options, IPdfWorker worker)
{
    /// <summary>Checks the file.</summary>
    /// <exception cref="UnusableInputException">There is no such file, or it holds more than one hand-in.</exception>
    public async Task<CheckResult> ExecuteAsync(string path, RubricVersion rubric, CancellationToken cancellationToken = default)
    {
        using var source = HandInSource.Open(path);
        if (source.HandIns.Count != 1)
            throw new UnusableInputException($"{path} holds {source.HandIns.Count} hand-ins; check one at a time.");
        var inspection = HandInInspector.Inspect(source, source.HandIns[0], rubric.Rubric, row: null);
        var result = new CheckResult
        {
            Uploaded = inspection.Uploaded ?? Path.GetFileName(path),
            Reasons = inspection.Reasons,
            WouldBeGraded = inspection.Pdf is not null,
            Questions = [],
            Remarks = [],
            Language = options.Value.DefaultLanguage,
        };
        return inspection.Pdf is { } pdf ? await ReadAsync(result, pdf, rubric.Rubric, cancellationToken) : result;
    }

    private async Task<CheckResult> ReadAsync(CheckResult result, byte[] pdf, Rubric rubric, CancellationToken cancellationToken)
    {
        var reading = await worker.ReadAsync(pdf, options.Value.ReadLimits, cancellationToken);
        IReadOnlyList<Reason> reasons = reading.Reason is { } reason ? [reason, .. result.Reasons] : result.Reasons;
        if (reading.Content is not { Blocks.Count: > 0 } content)
            return result with { Reasons = reasons, Remarks = reading.Content?.Remarks ?? [] };
        var document = AnswerLocator.Locate(content, rubric);
        return result with
        {
            Reasons = reasons,
            Questions = [.. document.Answers.Zip(rubric.Questions, Found)],
            Remarks = document.Remarks,
            Language = document.Language,
        };
    }

    private static CheckedQuestion Found(Answer answer, Question question) => new(
        question.Id,
        question.Title,
        answer.State,
        answer.Doubt,
        answer.Blocks.Count > 0 ? answer.Blocks[0].Lines[0].Page : null,
        answer.Text);
}
