namespace AutoGrader.Core.Reading.Locating;

/// <summary>What it is worth to read a candidate as the next label of a sequence.</summary>
internal static class LabelTransition
{
    private const double InOrder = 1;
    private const double Indent = 6;
    private const double Mixed = 4;

    // A label that repeats an earlier one is worth less than passing it over, unless it is strong: then both are kept and a tutor is told.
    private const double StrongRepetition = -0.5;
    private const double WeakRepetition = -2.5;

    /// <summary>The sequence with a candidate, or <c>null</c> where this reading is impossible here.</summary>
    public static SearchNode? Take(
        SearchNode node,
        int index,
        IReadOnlyList<LabelCandidate> candidates,
        LabelReading reading,
        NumberingAssumption assumption,
        SheetNumbering sheet)
    {
        var candidate = candidates[index];
        if (reading.Outline != assumption.Outline && (reading.Outline || candidate.Readings.Any(r => r.Outline)))
            return null;
        return reading.Kind switch
        {
            LabelKind.Group => TakeGroup(node, index, reading, sheet),
            LabelKind.Question => TakeQuestion(node, index, reading, sheet),
            LabelKind.Local => reading.Style != assumption.LocalStyle
                ? null
                : TakeLocal(node, index, candidate, reading, ContinuesList(node, index, candidates, reading), assumption, sheet),
            _ => Next(node, index, node.State with { Group = -1, Question = -1 }, reading.Score, LabelKind.End),
        };
    }

    /// <summary>The local number that would come next.</summary>
    public static int NextLocal(SearchState state, NumberingAssumption assumption, SheetNumbering sheet) => assumption.Running
        ? state.Question + 2
        : state.Question < 0 ? 1 : sheet.LocalOf(state.Question) + 1;

    private static SearchNode TakeGroup(SearchNode node, int index, LabelReading reading, SheetNumbering sheet)
    {
        var state = node.State;
        var questions = sheet.QuestionsOf(reading.Target).ToArray();
        var isSingle = questions.Length == 1;
        var repeated = state.HasGroup(reading.Target);
        var worth = repeated
            ? Repetition(reading.Score) - 1
            : reading.Score + (reading.Target == state.Group + 1 ? InOrder : 0);
        var target = isSingle ? state.InQuestion(reading.Target, questions[0]) : state.InGroup(reading.Target);
        return Next(node, index, target, worth, isSingle ? LabelKind.Question : LabelKind.Group);
    }

    private static SearchNode TakeQuestion(SearchNode node, int index, LabelReading reading, SheetNumbering sheet)
    {
        var state = node.State;
        var question = reading.Target;
        var group = sheet.GroupOf(question);
        var worth = state.HasQuestion(question) ? Repetition(reading.Score) : reading.Score + Order(state, question, sheet);
        // Under the heading of another task the number must mean something else.
        if (node.Kind == LabelKind.Group && state.Group != group)
            worth -= 4;
        if (node.Kind == LabelKind.Local)
            worth -= Mixed;
        return Next(node, index, state.InQuestion(group, question), worth, LabelKind.Question);
    }

    private static SearchNode? TakeLocal(
        SearchNode node, int index, LabelCandidate candidate, LabelReading reading, bool continuesList, NumberingAssumption assumption,
        SheetNumbering sheet)
    {
        var (group, implied) = assumption.Running ? (-1, false) : GroupFor(node.State, reading.Target, sheet);
        var question = assumption.Running ? sheet.FindRunning(reading.Target) : group < 0 ? -1 : sheet.FindLocal(group, reading.Target);
        if (question < 0 || node.State.HasQuestion(question))
            return null;
        group = sheet.GroupOf(question);
        var expected = implied ? 1 : NextLocal(node.State, assumption, sheet);
        var worth = reading.Score + (reading.Target == expected ? InOrder : -1.5 * Math.Abs(reading.Target - expected));
        // Reports that write out full numbers do not fall back to local ones.
        if (node.Kind == LabelKind.Question)
            worth -= Mixed;
        if (continuesList)
            worth -= 3;
        if (implied)
            worth -= 1.5 + 1.5 * Unlabelled(node.State, sheet);
        worth += candidate.Repeated < 0 ? 0 : candidate.Repeated == question ? 4 : -4;
        if (node.LocalPage == candidate.Page && !implied && candidate.X > node.LocalX + Indent && candidate.X < node.LocalX + 8 * Indent)
            worth -= 1.5;
        return Next(node, index, node.State.InQuestion(group, question), worth, LabelKind.Local) with
        {
            LocalX = candidate.X,
            LocalPage = candidate.Page,
        };
    }

    private static SearchNode Next(SearchNode node, int index, SearchState state, double worth, LabelKind kind) =>
        new(state, node.Score + worth, node, index, kind, 0, 0);

    /// <summary>The group a local number belongs to: the current one, or the next where numbers restart without a heading.</summary>
    private static (int Group, bool Implied) GroupFor(SearchState state, int number, SheetNumbering sheet)
    {
        var restarts = number == 1 && (state.Group < 0 || state.Question >= 0);
        var next = state.Group + 1;
        if (!restarts || next >= sheet.GroupCount || state.HasGroup(next))
            return (state.Group, false);
        return state.Group < 0 || state.HasQuestion(sheet.FirstOf(state.Group)) ? (next, true) : (state.Group, false);
    }

    /// <summary>Whether the number goes on from the one before it, which was passed over: then both count items of a list.</summary>
    private static bool ContinuesList(SearchNode node, int index, IReadOnlyList<LabelCandidate> candidates, LabelReading reading) =>
        index > 0 && node.Label != index - 1 && Math.Abs(candidates[index - 1].X - candidates[index].X) < Indent
        && candidates[index - 1].Readings.Any(r => r.Kind == LabelKind.Local && r.Style == reading.Style && r.Target == reading.Target - 1);

    /// <summary>How many questions of the current group would be left without a label.</summary>
    private static int Unlabelled(SearchState state, SheetNumbering sheet) =>
        state.Group < 0 ? 0 : sheet.QuestionsOf(state.Group).Count(q => q > state.Question);

    private static double Order(SearchState state, int question, SheetNumbering sheet)
    {
        var group = sheet.GroupOf(question);
        if (state.Group != group)
            return sheet.FirstOf(group) == question && group == state.Group + 1 ? InOrder : 0;
        if (state.Question < 0)
            return sheet.FirstOf(group) == question ? InOrder : 0;
        return question == state.Question + 1 ? InOrder : question > state.Question ? 0 : -1.5;
    }

    private static double Repetition(double score) => score >= 4 ? StrongRepetition : WeakRepetition;
}
