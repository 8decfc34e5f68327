using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// What of a change from one rubric version to another may change scores. Compares what was typed, so that nothing that the grader looks at
/// can be forgotten here: where a question is said to be unchanged, the same answers in the same report earn the same by both versions.
/// Not a comparison for people.
/// </summary>
public sealed class ScoringChanges
{
    // What stands above the questions and bears no score: the sum of points is checked, rules of the hand-in are told apart.
    private static readonly string[] HeadWithoutScores = ["id", "title", "course", "due", "points", HandInKey, QuestionsKey];

    // What is shown or rehearsed only.
    private static readonly string[] QuestionWithoutScores = ["title", "solution", CriteriaKey];

    private const string HandInKey = "hand-in";
    private const string QuestionsKey = "questions";
    private const string CriteriaKey = "criteria";

    private readonly Dictionary<string, QuestionChange> _questions;
    private readonly Rubric _rubric;

    private ScoringChanges(YamlMap before, YamlMap after, Rubric rubric)
    {
        _rubric = rubric;
        Sheet = YamlEquality.ChangedKeys(before, after, HeadWithoutScores);
        IsHandInChanged = !YamlEquality.Same(YamlEquality.ValueOf(before, HandInKey), YamlEquality.ValueOf(after, HandInKey));
        var former = ById(before, QuestionsKey);
        _questions = ById(after, QuestionsKey).ToDictionary(
            q => q.Key,
            q => former.TryGetValue(q.Key, out var known) ? QuestionChange.Between(known, q.Value) : QuestionChange.New,
            StringComparer.Ordinal);
    }

    /// <summary>The changed keys above the questions that bear on all of them, such as <c>review-below</c>.</summary>
    public IReadOnlyList<string> Sheet { get; }

    /// <summary>Whether the rules of the hand-in changed: who may be graded.</summary>
    public bool IsHandInChanged { get; }

    /// <summary>Compares two versions.</summary>
    public static ScoringChanges Between(RubricVersion before, RubricVersion after) =>
        new(TreeOf(before), TreeOf(after), after.Rubric);

    /// <summary>Whether answers to a question of the new version may earn something else than before.</summary>
    public bool MayChange(string questionId) =>
        Sheet.Count > 0
        || !_questions.TryGetValue(questionId, out var change)
        || change.IsChange
        // Its shapes are read there.
        || (_rubric.Questions.First(q => q.Id == questionId).ShapesFrom is { } source && MayChange(source));

    /// <summary>The changed keys of a question itself, without its criteria; empty where none changed or it is new.</summary>
    public IReadOnlyList<string> OfQuestion(string questionId) => _questions.GetValueOrDefault(questionId)?.Keys ?? [];

    /// <summary>The changed keys of a criterion; empty where none changed or it is new.</summary>
    public IReadOnlyList<string> OfCriterion(string questionId, string criterionId) =>
        _questions.GetValueOrDefault(questionId)?.Criteria.GetValueOrDefault(criterionId, []) ?? [];

    private static YamlMap TreeOf(RubricVersion version) =>
        YamlTree.Parse(version.Source, new RubricErrorList("")) as YamlMap
        ?? throw new ArgumentException("The text of a version is that of no rubric.", nameof(version));

    private static Dictionary<string, YamlMap> ById(YamlMap map, string key)
    {
        var items = YamlEquality.ValueOf(map, key) is YamlList list ? list.Items.OfType<YamlMap>() : [];
        return items.Where(i => IdOf(i) is not null).ToDictionary(i => IdOf(i)!, StringComparer.Ordinal);
    }

    private static string? IdOf(YamlMap map) => (YamlEquality.ValueOf(map, "id") as YamlScalar)?.Value;

    /// <summary>What changed of a question.</summary>
    private sealed record QuestionChange(
        bool IsChange, IReadOnlyList<string> Keys, IReadOnlyDictionary<string, IReadOnlyList<string>> Criteria)
    {
        public static QuestionChange New { get; } = new(true, [], new Dictionary<string, IReadOnlyList<string>>());

        public static QuestionChange Between(YamlMap before, YamlMap after)
        {
            var keys = YamlEquality.ChangedKeys(before, after, QuestionWithoutScores);
            var former = ById(before, CriteriaKey);
            var criteria = ById(after, CriteriaKey).Where(c => former.ContainsKey(c.Key)).ToDictionary(
                c => c.Key, c => YamlEquality.ChangedKeys(former[c.Key], c.Value), StringComparer.Ordinal);
            // The list as a whole, since the order of criteria may count and one may be gone.
            var same = YamlEquality.Same(YamlEquality.ValueOf(before, CriteriaKey), YamlEquality.ValueOf(after, CriteriaKey));
            return new QuestionChange(keys.Count > 0 || !same, keys, criteria);
        }
    }
}
