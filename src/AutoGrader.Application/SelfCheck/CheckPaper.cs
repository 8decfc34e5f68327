using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;

namespace AutoGrader.Application.SelfCheck;

/// <summary>The answer of a self-check as a paper that the student can keep.</summary>
public static class CheckPaper
{
    /// <summary>Composes the paper.</summary>
    public static FeedbackReport Compose(CheckResult result, SheetOutline sheet, Language language) => new()
    {
        Title = new LocalizedText($"Self-check of {result.Uploaded}", $"Selbstprüfung von {result.Uploaded}").In(language),
        Language = language,
        Footer = $"{sheet.Course.In(language)} · {sheet.Title.In(language)}",
        Blocks =
        [
            new HeadingBlock(1, new LocalizedText("Self-check", "Selbstprüfung").In(language)),
            new NoticeBlock(
                result.WouldBeGraded ? Tone.Good : Tone.Bad, CheckWords.Headline(result).In(language),
                [new ParagraphBlock(CheckResult.Disclaimer.In(language))]),
            Rules(result, language),
            .. result.Reasons.Select(r => new NoticeBlock(
                Tone.Bad, r.Detail.In(language), [new ParagraphBlock(r.Remedy.In(language))])),
            .. Remarks(result, language),
            .. result.Questions.SelectMany(q => Question(q, language)),
        ],
    };

    private static TableBlock Rules(CheckResult result, Language language) => new()
    {
        Columns =
        [
            new(new LocalizedText("Rule", "Regel").In(language), 4), new(new LocalizedText("Kept", "Erfüllt").In(language), 1),
        ],
        Rows = [.. CheckList.Of(result).Select(r => new[] { r.Text.In(language), CheckWords.Of(r.IsKept).In(language) })],
    };

    private static IReadOnlyList<FeedbackBlock> Remarks(CheckResult result, Language language)
    {
        var remarks = result.Remarks.Select(r => CheckWords.OnPage(r.Page, language) + r.In(language))
            .Concat(FigureRemarks.Of(result.Figures).Select(r => CheckWords.OnPage(r.Page, language) + r.Text.In(language)))
            .Select(text => new ParagraphBlock(text)).ToList();
        return remarks.Count == 0 ? [] : [new HeadingBlock(2, CheckWords.LookAgain.In(language)), .. remarks];
    }

    private static IEnumerable<FeedbackBlock> Question(CheckedQuestion question, Language language)
    {
        yield return new HeadingBlock(
            2, $"{question.Id} {question.Title.In(language)}", CheckWords.PagesOf(question, language));
        if (question.State != AnswerState.Found)
            yield return new ParagraphBlock(CheckWords.Of(question.State).In(language), TextStyle.Bold);
        if (CheckWords.DoubtOf(question) is { } doubt)
            yield return new ParagraphBlock(doubt.In(language), TextStyle.Muted);
        foreach (var remark in question.Numbers)
            yield return new ParagraphBlock(CheckWords.OnPage(remark.Page, language) + remark.Text.In(language), TextStyle.Bold);
        foreach (var piece in question.Blocks.SelectMany(ReadPiece.Of))
        {
            if (piece.Matrix is { } matrix)
                yield return Grid(matrix);
            else
                yield return new ParagraphBlock(piece.Text, TextStyle.Verbatim);
        }
    }

    private static TableBlock Grid(MatrixReading matrix) => new()
    {
        Columns =
        [
            .. Enumerable.Range(1, matrix.Columns)
                .Select(c => new TableColumn(c.ToString(CultureInfo.InvariantCulture), 1, IsNumber: true)),
        ],
        Rows = [.. matrix.Entries.Chunk(matrix.Columns).Select(row => row.Select(e => e.Text).ToArray())],
    };
}
