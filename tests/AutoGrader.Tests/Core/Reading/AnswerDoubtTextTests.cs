using System.Text.RegularExpressions;
using AutoGrader.Core;
using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>What is said of answers whose place is not certain: students and tutors read it in their language.</summary>
public sealed partial class AnswerDoubtTextTests
{
    private static readonly Box Place = new(70, 100, 200, 50);

    /// <summary>Reports that differ in what is doubtful about them.</summary>
    private static IEnumerable<SyntheticReport> Reports =>
    [
        new SyntheticReport(),
        Report(("3.1", "Shapes."), ("3.2", "Queries."), ("3.3", "Rows."), ("3.2", "Correction: the values, too."), ("3.4", "see 3.1")),
        Report(("3.1", "Shapes."), ("3.4", "Five."), ("3.2", "Queries."), ("3.3", "Rows.")),
        Report(("3.1", "Shapes."), ("3.2", ", ,"), ("3.3 and 3.4", "Rows."), ("3.5", "Yes, as 3.6: says")),
        Report(("3.1", "Shapes."), ("3.2", "Queries.")).Remark(ReadingRemarkKind.OutlineFormulas),
        Report(("3.1", "Shapes."), ("3.3", "Rows.")).Remark(ReadingRemarkKind.BrokenPage),
        Report(("3.1", "Shapes."), ("3.2", "Queries."), ("3.3", "Rows."), ("3.6", "O(N).")),
        new SyntheticReport().Paragraph("The attention has quadratic cost in the number of tokens."),
        new SyntheticReport().Paragraph("3.1 Shapes.").Heading("3.2").Gap(150).Paragraph("3.3 Rows.").Paragraph("3.4 Five."),
        new SyntheticReport().Paragraph("3.1 Shapes.").Heading("3.2").Gap(60).Remark(ReadingRemarkKind.Picture, Place)
            .Paragraph("3.3 Rows."),
    ];

    [Fact]
    public void Every_doubt_is_said_in_both_languages_with_the_same_numbers()
    {
        var doubts = Reports.SelectMany(r => AnswerLocator.Locate(r.Content, SheetFive.Rubric).Answers)
            .Select(a => a.Doubt).OfType<LocalizedText>().Concat(OfCorpus()).Distinct().ToList();

        Assert.InRange(doubts.Select(d => Numbers().Replace(d.English, "#")).Distinct().Count(), 12, 1000);
        Assert.All(doubts, doubt =>
        {
            Assert.NotEqual(doubt.English, doubt.German);
            Assert.Equal(NumbersIn(doubt.English), NumbersIn(doubt.German));
            Assert.DoesNotMatch(EnglishWords(), doubt.German);
        });
    }

    private static IEnumerable<LocalizedText> OfCorpus() =>
        from student in TypedStudent.All
        from layout in new[] { "headed", "compact" }
        let fewer = student with { Answers = student.Answers.Where(a => a.Key is not ("3.2" or "1.3")).ToDictionary() }
        from answer in AnswerLocator.Locate(SheetLayout.Lay(fewer, layout), SheetFive.Rubric).Answers
        let doubt = answer.Doubt
        where doubt is not null
        select new LocalizedText(Quoted().Replace(doubt.English, ""), Quoted().Replace(doubt.German, ""));

    private static SyntheticReport Report(params (string Label, string Text)[] answers) =>
        answers.Aggregate(new SyntheticReport(), (report, answer) => report.Heading(answer.Label).Paragraph(answer.Text));

    private static IEnumerable<string> NumbersIn(string text) => Numbers().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex("[0-9]+(\\.[0-9]+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("[“„].*?[”“]")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\b(the|its|answer|label|question|page)\\b")]
    private static partial Regex EnglishWords();
}
