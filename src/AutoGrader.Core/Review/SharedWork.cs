using System.Globalization;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Review;

/// <summary>
/// Finds answers that students have in common and that are unlikely to arise twice: long ones in nearly the same words, and wrong entries
/// of matrices that no known mistake leads to. Short answers, the question's own words, right matrices and common mistakes are expected to
/// be the same and are left out. Pure; the order of the answers does not matter.
/// </summary>
public static class SharedWork
{
    private const int FewestWrongEntries = 2;
    // What more than a tenth of a class has (but at least six) is a common misunderstanding.
    private const int MostWithSameError = 5;
    private const double MostOfClass = 0.1;

    /// <summary>The hints by hand-in; those with none do not occur.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<TutorHint>> Find(IReadOnlyList<ComparedAnswer> answers, Rubric rubric)
    {
        var byQuestion = answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToLookup(a => a.QuestionId, StringComparer.Ordinal);
        var hands = answers.Select(a => a.Key).Distinct(StringComparer.Ordinal).Count();
        var shared = rubric.Questions.SelectMany(question => SimilarIn(question, [.. byQuestion[question.Id]])
            .Concat(SameErrorsIn([.. byQuestion[question.Id]], Math.Max(MostWithSameError, (int)(hands * MostOfClass)))));
        return shared.GroupBy(s => s.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Describe(g), StringComparer.Ordinal);
    }

    /// <summary>What a hand-in has in common with another one.</summary>
    private sealed record Link(string Key, HintKind Kind, string Question, string Other);

    // Matrices are compared by their entries: right ones are the same in every report.
    private static IEnumerable<Link> SimilarIn(Question question, List<ComparedAnswer> answers) => question.IsNumeric ? [] :
        from pair in new NearCopies(question, [.. answers.Select(a => a.Text)]).Pairs
        let first = answers[pair.First].Key
        let second = answers[pair.Second].Key
        from link in Both(HintKind.SimilarAnswer, question.Id, first, second)
        select link;

    private static IEnumerable<Link> SameErrorsIn(List<ComparedAnswer> answers, int most)
    {
        var errors = answers.SelectMany(a => a.Unexplained.Select(m => (a.Key, a.QuestionId, Name: NameOf(m))))
            .Where(e => e.Name is not null).GroupBy(e => e.Name!, StringComparer.Ordinal);
        foreach (var same in errors)
        {
            var keys = same.Select(e => e.Key).Distinct(StringComparer.Ordinal).ToList();
            if (keys.Count > most)
                continue;
            for (var first = 0; first < keys.Count; first++)
            {
                for (var second = first + 1; second < keys.Count; second++)
                {
                    foreach (var link in Both(HintKind.SameWrongMatrix, same.First().QuestionId, keys[first], keys[second]))
                        yield return link;
                }
            }
        }
    }

    private static string? NameOf(MatrixVerdict matrix)
    {
        var wrong = matrix.Entries.Index().Where(e => e.Item.State == EntryState.Wrong).ToList();
        return wrong.Count < FewestWrongEntries ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{matrix.Step} {string.Join(' ', wrong.Select(e => $"{e.Index}:{e.Item.Text.Trim().Replace(',', '.')}"))}");
    }

    private static IEnumerable<Link> Both(HintKind kind, string question, string first, string second) =>
        [new(first, kind, question, second), new(second, kind, question, first)];

    // One hint for all questions that the same hand-ins share.
    private static IReadOnlyList<TutorHint> Describe(IEnumerable<Link> links) =>
    [
        .. links.GroupBy(l => (l.Kind, l.Question))
            .Select(g => (g.Key, Others: g.Select(l => l.Other).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .GroupBy(g => (g.Key.Kind, Others: string.Join('\n', g.Others)))
            .Select(g => Describe(g.Key.Kind, [.. g.Select(x => x.Key.Question)], g.First().Others))
            .OrderBy(h => h.Kind).ThenBy(h => h.Questions[0], StringComparer.Ordinal),
    ];

    private static TutorHint Describe(HintKind kind, IReadOnlyList<string> questions, IReadOnlyList<string> others)
    {
        var (what, whose) = (string.Join(", ", questions), string.Join(", ", others));
        var text = kind == HintKind.SimilarAnswer
            ? new LocalizedText($"Nearly the same words as in {whose}: {what}.", $"Fast dieselben Worte wie bei {whose}: {what}.")
            : new LocalizedText(
                $"The same unusual wrong entries as in {whose}: {what}.",
                $"Dieselben ungewöhnlichen falschen Einträge wie bei {whose}: {what}.");
        return new TutorHint(kind, questions, others, text);
    }
}
