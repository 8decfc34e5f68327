using System.Globalization;
using AutoGrader.Core.Rubrics.Editing;
using AutoGrader.Core.Rubrics.Sketching;

namespace AutoGrader.Web.Rubrics;

/// <summary>What the buttons beside the fields do to the structure: <c>add-level:PATH</c>, <c>remove:PATH</c>, <c>up:PATH</c>.</summary>
internal static class DraftAct
{
    private const int Last = int.MaxValue;

    /// <summary>The text afterwards, or <c>null</c> where it cannot be done.</summary>
    public static string? Apply(string source, string act)
    {
        var (name, path) = act.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (act[..colon], act[(colon + 1)..]) : (act, "");
        return name switch
        {
            "remove" => RubricEditor.Remove(source, path),
            "up" => RubricEditor.MoveUp(source, path),
            "add-question" => RubricEditor.Insert(source, "questions", Last, Question(NextQuestion(source))),
            "add-criterion" => RubricEditor.Insert(source, $"{path}/criteria", Last, Criterion(NextCriterion(source, path))),
            "add-level" => RubricEditor.Insert(
                source, $"{path}/levels", Last, ["points: 0", "text: {en: Otherwise., de: Sonst.}", "says:", "  - replaceThisPhrase"]),
            "add-example" => RubricEditor.Insert(source, $"{path}/examples", Last, ["answer: \"…\"", "points: 0"]),
            _ => null,
        };
    }

    private static string[] Question(string id) =>
    [
        $"id: \"{id}\"", "points: 1", "title: {en: New question, de: Neue Frage}", "text:", "  en: What is printed on the sheet.",
        "  de: Was auf dem Blatt steht.", "criteria:", .. Criterion(id + "a").Select((line, i) => (i == 0 ? "  - " : "    ") + line),
    ];

    private static string[] Criterion(string id) =>
    [
        $"id: {id}", "kind: concept", "points: 1", "text: {en: What earns the points., de: Was die Punkte bringt.}", "levels:",
        "  - points: 1", "    text: {en: Said., de: Gesagt.}", "    says:", "      - replaceThisPhrase",
    ];

    private static string NextQuestion(string source)
    {
        var ids = RubricSketcher.Of(source)?.Questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        return Enumerable.Range(ids.Count + 1, ids.Count + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .First(n => !ids.Contains(n));
    }

    private static string NextCriterion(string source, string path)
    {
        var question = RubricSketcher.Of(source)?.Questions.FirstOrDefault(q => q.Path == path);
        var letter = "abcdefghijklmnopqrstuvwxyz".FirstOrDefault(l => question?.Criteria.All(c => c.Id != question.Id + l) == true, 'z');
        return $"{question?.Id}{letter}";
    }
}
