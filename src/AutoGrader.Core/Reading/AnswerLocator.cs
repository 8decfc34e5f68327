using AutoGrader.Core.Reading.Locating;

namespace AutoGrader.Core.Reading;

/// <summary>Finds the answers to a sheet's questions in a report. Pure: the same content and sheet give the same answers.</summary>
public static class AnswerLocator
{
    /// <summary>Assigns every block to at most one question, or to all those that its label names.</summary>
    /// <remarks>
    /// First every place that looks like a label is collected, then the most consistent choice among them is searched for, and the report
    /// is cut there. Where the choice hangs by a thread, the answers' confidence is low and their doubt says why.
    /// </remarks>
    public static AnswerDocument Locate(ReportContent content, SheetOutline outline)
    {
        var sheet = new SheetNumbering(outline);
        var titles = new QuestionTitles(sheet.Questions);
        var finder = new LabelFinder(content.Blocks, sheet, titles);
        var candidates = finder.Find();
        var search = new LabelSearch(candidates, sheet);
        var sequence = search.Best();
        return new AnswerDocument
        {
            Answers = sequence.Labels.Any(l => l.Question >= 0)
                ? Labelled(content, sheet, titles, candidates, search, sequence)
                : UnlabelledReport.Locate(content, sheet),
            Language = LanguageOf.Of(finder.Words),
            Pages = content.Pages,
            Remarks = content.Remarks,
        };
    }

    private static IReadOnlyList<Answer> Labelled(
        ReportContent content, SheetNumbering sheet, QuestionTitles titles, IReadOnlyList<LabelCandidate> candidates, LabelSearch search,
        LabelSequence sequence)
    {
        var report = new LocatedReport
        {
            Content = content,
            Sheet = sheet,
            Titles = titles,
            Sequence = sequence,
            Trust = LabelTrust.Of(search, sequence, candidates),
            Sections = new SectionCutter(content.Blocks, candidates, titles).Cut(sequence),
        };
        return new AnswersOfReport(report).All();
    }
}
