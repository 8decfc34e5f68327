namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// Assigns the blocks of a report without any label by what they sound like, keeping the sheet's order. Never more than a suggestion.
/// </summary>
internal static class UnlabelledReport
{
    private const double Confidence = 0.3;
    private const double LeastAffinity = 0.5;
    private const double Switch = 0.4;

    public static IReadOnlyList<Answer> Locate(ReportContent content, SheetNumbering sheet)
    {
        var affinity = QuestionAffinity.To(sheet.Questions);
        var owners = Assign([.. content.Blocks.Select(b => affinity.Of(b.Text))], sheet.Questions.Count);
        return [.. sheet.Questions.Select((q, i) => AnswerFor(q.Id, [.. content.Blocks.Where((_, b) => owners[b] == i)], content))];
    }

    private static Answer AnswerFor(string id, IReadOnlyList<ReportBlock> blocks, ReportContent content)
    {
        var isUnreadable = blocks.Count == 0 && content.Remarks.Any(r => r.Kind.HidesContent());
        return new Answer
        {
            QuestionId = id,
            State = isUnreadable ? AnswerState.Unreadable : blocks.Count == 0 ? AnswerState.Missing : AnswerState.Found,
            Confidence = Confidence,
            Doubt = isUnreadable
                ? new LocalizedText("The report could not be read.", "Der Bericht konnte nicht gelesen werden.")
                : new LocalizedText(
                    "The report numbers no answers; the text was assigned by what it sounds like.",
                    "Der Bericht nummeriert keine Antworten; der Text wurde nach seinem Inhalt zugeordnet."),
            Blocks = blocks,
        };
    }

    /// <summary>The question of every block (-1 before the first): the monotone assignment of greatest affinity.</summary>
    private static int[] Assign(double[][] affinities, int questions)
    {
        // States 0 to questions: 0 is "none yet", q + 1 is question q. A block may stay with the question before it.
        var score = new double[affinities.Length + 1, questions + 1];
        var from = new int[affinities.Length + 1, questions + 1];
        for (var q = 1; q <= questions; q++)
            score[0, q] = double.NegativeInfinity;
        for (var b = 1; b <= affinities.Length; b++)
        {
            for (var q = 0; q <= questions; q++)
            {
                var (best, origin) = (score[b - 1, q], q);
                for (var p = 0; p < q; p++)
                {
                    if (score[b - 1, p] - Switch > best)
                        (best, origin) = (score[b - 1, p] - Switch, p);
                }

                score[b, q] = best + (q == 0 ? LeastAffinity : affinities[b - 1][q - 1]);
                from[b, q] = origin;
            }
        }

        return Trace(score, from, affinities.Length, questions);
    }

    private static int[] Trace(double[,] score, int[,] from, int blocks, int questions)
    {
        var owners = new int[blocks];
        var state = Enumerable.Range(0, questions + 1).MaxBy(q => score[blocks, q]);
        for (var b = blocks; b > 0; b--)
        {
            owners[b - 1] = state - 1;
            state = from[b, state];
        }

        return owners;
    }
}
