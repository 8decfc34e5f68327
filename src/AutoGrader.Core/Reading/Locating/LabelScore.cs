namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// Rates a possible label by itself. The weights are plausible orders of magnitude (an own heading outweighs a place within a sentence, a
/// repeated question outweighs everything), not fitted to any reports.
/// </summary>
internal static class LabelScore
{
    public const double RepeatedAlone = 5;
    public const double EndHeading = 3;

    private const double RepeatedSame = 4;
    private const double RepeatedOther = -4;

    /// <summary>The readings of a written label on this sheet; none where the sheet has no such question.</summary>
    public static IEnumerable<LabelReading> Readings(LabelText written, LabelLooks looks, SheetNumbering sheet, int repeated)
    {
        var score = Emphasis(written, looks) + Punctuation(written, looks) + Surroundings(written, looks);
        if (written.IsLocal)
        {
            var style = !written.HasKeyword && (looks.IsBold || looks.IsLarge) ? written.Style + "*" : written.Style;
            yield return new LabelReading(LabelKind.Local, written.Path[0], style, Outline: false, score - 1);
            if (looks.IsHeading && !written.HasKeyword && sheet.FindGroup(written.Path) is >= 0 and var section)
                yield return new LabelReading(LabelKind.Group, section, "", Outline: false, score - 1.5);
            yield break;
        }

        if (sheet.FindQuestion(written.Path) is >= 0 and var question)
        {
            var match = repeated < 0 ? 0 : repeated == question ? RepeatedSame : RepeatedOther;
            yield return new LabelReading(LabelKind.Question, question, "", Outline: false, score + match);
        }
        else if (sheet.FindGroup(written.Path) is >= 0 and var group)
        {
            yield return new LabelReading(LabelKind.Group, group, "", Outline: false, score - (looks.IsShortBlock ? 0 : 2));
        }

        if (written.HasKeyword || written.Path.Count < 2 || !looks.IsHeading)
            yield break;
        var inner = written.Path.Skip(1).ToArray();
        if (sheet.FindQuestion(inner) is >= 0 and var innerQuestion)
            yield return new LabelReading(LabelKind.Question, innerQuestion, "", Outline: true, score - 0.5);
        else if (sheet.FindGroup(inner) is >= 0 and var innerGroup)
            yield return new LabelReading(LabelKind.Group, innerGroup, "", Outline: true, score - 0.5);
    }

    private static double Emphasis(LabelText written, LabelLooks looks) =>
        2 + (written.HasKeyword ? 2 : 0) + (looks.IsHeading || looks.IsBold ? 2 : 0)
        + (written.HasPoints ? 1.5 : 0) - (written.IsLoose ? 1.5 : 0);

    private static double Punctuation(LabelText written, LabelLooks looks)
    {
        var score = (written.HasSeparator ? 1.0 : 0) + (looks.IsAlone ? 1 : 0);
        var isMarked = written.HasSeparator || looks.IsAlone || looks.IsBold || looks.IsHeading;
        // "1 0 1", "2.5 3": rows of a matrix that was taken for text.
        if (looks.IsFollowedByNumbers && !written.HasKeyword)
            score -= 5;
        if (looks.IsFormula && !isMarked)
            score -= 1.5;
        return isMarked || !looks.IsFollowedByLowerCase ? score : score - 1.5;
    }

    private static double Surroundings(LabelText written, LabelLooks looks) => looks.Place switch
    {
        LabelPlace.BlockStart => 1,
        LabelPlace.LineStart => 0.5,
        LabelPlace.LineStartInSentence => written.HasSeparator || written.HasKeyword ? -0.5 : -2,
        LabelPlace.AfterSentence => -1,
        LabelPlace.InSentence => written.HasSeparator ? -2 : -4,
        _ => -6,
    };
}
