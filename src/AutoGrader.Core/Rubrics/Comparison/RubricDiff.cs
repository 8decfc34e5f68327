namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>
/// Compares two rubrics by what they mean: comments, layout, the order of keys and of phrases make no difference, everything that the
/// grader, students or tutors could notice does. Questions and criteria are the same where their id is, since marks and decisions go by it;
/// of those left over, where kind and texts are (renumbered).
/// </summary>
public static class RubricDiff
{
    /// <summary>The changes in the later rubric's order, what was removed behind; empty where both mean the same.</summary>
    public static IReadOnlyList<RubricChange> Between(Rubric before, Rubric after)
    {
        var questions = Pair(before.Questions, after.Questions, q => q.Id, q => (q.Title, q.Text));
        var criteria = Pair(
            [.. before.Questions.SelectMany(q => q.Criteria)], [.. after.Questions.SelectMany(q => q.Criteria)], c => c.Id,
            c => (c.Kind, c.Text));
        var changes = new List<RubricChange>();
        changes.AddRange(Facets(RubricPart.Sheet, "", SheetFacets.Of(before), SheetFacets.Of(after)));
        changes.AddRange(Moved(RubricPart.Question, questions, before.Questions, after.Questions, q => q.Id));
        foreach (var question in after.Questions)
        {
            changes.AddRange(Question(questions.GetValueOrDefault(question), question));
            if (questions.TryGetValue(question, out var old))
                changes.AddRange(Moved(RubricPart.Criterion, criteria, old.Criteria, question.Criteria, c => c.Id));
            changes.AddRange(question.Criteria.SelectMany(c => Criterion(criteria.GetValueOrDefault(c), c)));
        }
        changes.AddRange(Gone(before.Questions, questions.Values, RubricPart.Question, q => q.Id, q => q.Title.English));
        changes.AddRange(Gone(before.Questions.SelectMany(q => q.Criteria), criteria.Values, RubricPart.Criterion, c => c.Id,
            c => c.Text.English));
        return changes;
    }

    private static IEnumerable<RubricChange> Question(Question? before, Question after) => before is null
        ? [Whole(RubricChangeKind.Added, RubricPart.Question, after.Id, null, after.Title.English)]
        : Facets(RubricPart.Question, after.Id, QuestionFacets.Of(before), QuestionFacets.Of(after));

    private static IEnumerable<RubricChange> Criterion(Criterion? before, Criterion after)
    {
        if (before is null)
            return [Whole(RubricChangeKind.Added, RubricPart.Criterion, after.Id, null, after.Text.English)];
        var levels = new LevelPairs(LevelsInWords.Of(before), LevelsInWords.Of(after));
        return Facets(RubricPart.Criterion, after.Id, CriterionFacets.Of(before, levels), CriterionFacets.Of(after, levels));
    }

    private static IEnumerable<RubricChange> Gone<T>(
        IEnumerable<T> before, IEnumerable<T> kept, RubricPart part, Func<T, string> id, Func<T, string> text)
        where T : class =>
        before.Except(kept, (IEqualityComparer<T>)ReferenceEqualityComparer.Instance)
            .Select(item => Whole(RubricChangeKind.Removed, part, id(item), text(item), null));

    private static RubricChange Whole(RubricChangeKind kind, RubricPart part, string id, string? before, string? after) =>
        new(kind, part, id, "", part == RubricPart.Question ? new("question", "Frage") : new("criterion", "Kriterium"), before, after);

    private static IEnumerable<RubricChange> Moved<T>(
        RubricPart part, Dictionary<T, T> pairs, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id)
        where T : class
    {
        // Only among those that were here and still are.
        var common = after.Where(item => pairs.TryGetValue(item, out var old) && before.Contains(old)).ToList();
        var former = before.Where(old => common.Exists(item => ReferenceEquals(pairs[item], old))).ToList();
        foreach (var old in LongestOrder.Moved(former, [.. common.Select(item => pairs[item])]))
        {
            var item = common.First(c => ReferenceEquals(pairs[c], old));
            yield return Whole(RubricChangeKind.Moved, part, id(item), Below(before, old, id), Below(after, item, id));
        }
    }

    // What it stood below; "-" for the first.
    private static string Below<T>(IReadOnlyList<T> items, T item, Func<T, string> id)
        where T : class =>
        items.TakeWhile(other => !ReferenceEquals(other, item)).LastOrDefault() is { } above ? id(above) : "-";

    private static IEnumerable<RubricChange> Facets(
        RubricPart part, string id, IReadOnlyList<Facet> before, IReadOnlyList<Facet> after)
    {
        var old = before.ToDictionary(f => f.Key, StringComparer.Ordinal);
        var kept = after.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var facet in after)
        {
            if (!old.TryGetValue(facet.Key, out var former))
                yield return new RubricChange(RubricChangeKind.Added, part, id, facet.Property, facet.Label, null, facet.Value);
            else if (former.Value != facet.Value)
                yield return new RubricChange(RubricChangeKind.Changed, part, id, facet.Property, facet.Label, former.Value, facet.Value);
        }
        foreach (var facet in before.Where(f => !kept.Contains(f.Key)))
            yield return new RubricChange(RubricChangeKind.Removed, part, id, facet.Property, facet.Label, facet.Value, null);
    }

    /// <summary>The earlier one of each later one, where there is one.</summary>
    private static Dictionary<T, T> Pair<T, TLikeness>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, TLikeness> likeness)
        where T : class
    {
        var pairs = new Dictionary<T, T>((IEqualityComparer<T>)ReferenceEqualityComparer.Instance);
        var left = before.ToList();
        Match((a, b) => id(a) == id(b));
        Match((a, b) => Equals(likeness(a), likeness(b)));
        return pairs;

        void Match(Func<T, T, bool> isSame)
        {
            foreach (var item in after.Where(item => !pairs.ContainsKey(item)))
            {
                if (left.Find(old => isSame(old, item)) is not { } partner)
                    continue;
                pairs[item] = partner;
                left.Remove(partner);
            }
        }
    }
}
