namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>A way to spoil <see cref="SmallRubric"/> and what must be said about it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Right">A text of the small rubric that occurs once.</param>
/// <param name="Wrong">What replaces it.</param>
/// <param name="At">The text at whose line and column the error is reported.</param>
/// <param name="Says">Part of the error's message.</param>
/// <param name="Remedy">Part of the error's remedy.</param>
/// <param name="IsStructural">Whether the schema must refuse it, too.</param>
public sealed record RubricFault(string Name, string Right, string Wrong, string At, string Says, string Remedy, bool IsStructural = false)
{
    public string Source =>
        SmallRubric.Source
            .Replace(Right, Wrong, StringComparison.Ordinal)
            .Replace(Also?.Right ?? "\0", Also?.Wrong, StringComparison.Ordinal);

    public override string ToString() => Name;

    public static TheoryData<RubricFault> All { get; } = [.. Faults()];

    public static TheoryData<RubricFault> Structural { get; } = [.. Faults().Where(f => f.IsStructural)];

    private static IEnumerable<RubricFault> Faults() =>
    [
        new(
            "unknown key",
            "review-below: 0.8", "reveiw-below: 0.8",
            "reveiw-below",
            "There is no key 'reveiw-below' in a rubric.", "Did you mean 'review-below'?", true),
        new(
            "unknown disclosure",
            "review-below: 0.8", "disclosure: some",
            "some",
            "There is no disclosure 'some'.", "Write one of verdict, hint, full.", true),
        new(
            "unknown key, nothing similar",
            "due: 2026-06-08 23:59", "colour: blue",
            "colour",
            "There is no key 'colour'", "Possible here: id, title", true),
        new("missing key", "course: {en: Course, de: Kurs}\n", "", "id: small-sheet", "The key 'course' is missing", "en: …", true),
        new(
            "key without value",
            "kind: matrix", "kind:",
            "kind:\n        points: 1\n",
            "The key 'kind' has no value.", "concept, matrix", true),
        new(
            "one language",
            "{en: Scores., de: Werte.}", "{en: Scores.}",
            "{en: Scores.}",
            "The key 'de' is missing", "Add the German text.", true),
        new("text without languages", "{en: Scores., de: Werte.}", "Scores.", "Scores.", "one language only", "'en: …' and 'de: …'", true),
        new("empty text", "{en: Scores., de: Werte.}", "{en: Scores., de: \" \"}", "\" \"", "is empty", "Write the text", true),
        new(
            "comma within braces",
            "{en: Scores., de: Werte.}", "{en: Scores, all., de: Werte.}",
            "all.",
            "There is no key 'all.'", "needs quotes", true),
        new(
            "points of a third",
            "- id: 3.4a\n        kind: matrix\n        points: 1\n", "- id: 3.4a\n        kind: matrix\n        points: 0.3\n",
            "0.3",
            "0.3 is no number of half-points", "steps of 0.5", true),
        new(
            "unknown part of a tolerance",
            "tolerance: 0.01", "tolerance: {abs: 0.01}",
            "abs",
            "There is no key 'abs' in a tolerance.", "Possible here: absolute, relative, significant-digits", true),
        new(
            "no significant digit",
            "tolerance: 0.01", "tolerance: {significant-digits: -1}",
            "-1}",
            "'significant-digits' is -1.", "from 1 to 15", true),
        new("negative points", "- points: 0.5", "- points: -0.5", "-0.5", "-0.5 is no number of half-points", "0 or more", true),
        new("decimal comma", "points: 7.5", "points: 7,5", "7,5", "'7,5' is no number.", "Write a decimal point: 7.5.", true),
        new("points in words", "points: 7.5", "points: many", "many", "'many' is no number.", "such as 0.5", true),
        new(
            "criteria do not sum to the question",
            "points: 3\n", "points: 3.5\n",
            "3.5\n",
            "Question 3.5 declares 3.5 points, but its criteria sum to 3.", "Correct the points"),
        new(
            "questions do not sum to the sheet",
            "points: 7.5", "points: 20",
            "20\n",
            "The sheet declares 20 points, but its questions sum to 7.5.", "Correct the points"),
        new(
            "level above the criterion",
            "- points: 1.5\n            text: {en: Explained.", "- points: 2\n            text: {en: Explained.",
            "2\n            text: {en: Explained.",
            "A level of 2 points is above the 1.5 points of criterion 1.1a.", "Lower it"),
        new(
            "levels in the wrong order",
            "- points: 1.5\n            text: {en: Explained.", "- points: 0.5\n            text: {en: Explained.",
            "1\n            text: {en: Named.",
            "A level of 1 points stands below one of 0.5.", "most points first")
        {
            Also = ("- points: 0.5\n            text: {en: Named.", "- points: 1\n            text: {en: Named."),
        },
        new(
            "criterion of no points",
            "- id: 3.5b\n        kind: shapes\n        points: 1\n", "- id: 3.5b\n        kind: shapes\n        points: 0\n",
            "0\n        shared",
            "0 points decides nothing", "remove it"),
        new(
            "two questions of one id",
            "- id: \"3.5\"", "- id: \"3.4\"",
            "id: \"3.4\"\n    points: 3\n",
            "There are two questions '3.4'; the first stands in line", "its own id") { Others = true },
        new(
            "two criteria of one id",
            "- id: 3.5b", "- id: 3.5a",
            "id: 3.5a\n        kind: shapes\n        points: 1\n        shared",
            "There are two criteria '3.5a'.", "its own letter"),
        new(
            "criterion of another question",
            "- id: 3.5c", "- id: 3.6c",
            "3.6c",
            "The criterion '3.6c' stands below question '3.5'.", "such as 3.5a"),
        new(
            "criterion without letter",
            "- id: 3.5c", "- id: \"3.5\"\n        kind: complexity",
            "\"3.5\"\n        kind: complexity",
            "The criterion '3.5' stands below", "a letter", true)
        {
            Also = ("kind: complexity\n        kind: complexity", "kind: complexity"),
        },
        new(
            "question without number",
            "- id: 1.1\n", "- id: first\n",
            "first",
            "'first' is no number of a question", "such as \"1.1\"", true) { Others = true },
        new(
            "rubric id with blanks",
            "id: small-sheet", "id: small sheet",
            "small sheet\n",
            "'small sheet' is no name for a rubric", "digits and hyphens", true),
        new(
            "unknown kind",
            "kind: matrix", "kind: matrices",
            "matrices",
            "There is no kind of criterion 'matrices'.", "Did you mean 'matrix'?", true),
        new(
            "unknown step",
            "step: scores\n        points-by", "step: scorse\n        points-by",
            "scorse",
            "has no step 'scorse'", "Did you mean 'scores'?"),
        new(
            "unknown step of a mistake",
            "step: scores\n          formula", "step: output\n          formula",
            "output",
            "There is no step 'output'.", "Possible here: scores"),
        new(
            "unknown slip",
            "catalogue: rows_swapped", "catalogue: rows_swaped",
            "rows_swaped",
            "There is no slip 'rows_swaped' in the catalogue.", "Did you mean 'rows_swapped'?", true),
        new(
            "slip that cannot happen",
            "catalogue: rows_swapped", "catalogue: softmax_axis",
            "softmax_axis",
            "The slip 'softmax_axis' cannot be told apart from the right way in scores.", "Possible here: transpose_misplaced"),
        new(
            "slip in an unknown step",
            "- catalogue: rows_swapped\n          step: scores", "- catalogue: rows_swapped\n          step: score",
            "score\n          points: {3.4a: 0.5}",
            "There is no step 'score'.", "Did you mean 'scores'?"),
        new(
            "slip mentioned twice",
            "          points: {3.4a: 0.5}", "          points: {3.4a: 0.5}\n        - catalogue: rows_swapped\n          step: scores",
            "rows_swapped\n          step: scores\n      tolerance",
            "The slip 'rows_swapped' is mentioned twice.", "Remove one"),
        new(
            "slip above the maximum",
            "points: {3.4a: 0.5}", "points: {3.4a: 1.5}",
            "3.4a: 1.5",
            "1.5 points are above the 1 points", "Lower them"),
        new(
            "mistake for an unknown criterion",
            "points: {3.4a: 0}", "points: {3.4z: 0}",
            "3.4z",
            "There is no criterion '3.4z'", "Did you mean '3.4a'?"),
        new(
            "mistake above the maximum",
            "points: {3.4a: 0}", "points: {3.4a: 2}",
            "3.4a: 2",
            "2 points are above the 1 points", "Lower them"),
        new(
            "name used twice",
            "- name: untransposed", "- name: scores",
            "scores\n          step",
            "The name 'scores' is already used in line", "Choose another"),
        new("name no formula can use", "- name: untransposed", "- name: 2nd", "2nd", "'2nd' is no name", "Begin with a letter", true),
        new("ragged matrix", "[0.5, 1]]", "[0.5]]", "[0.5]]", "Row 2 of K has 1 entries, row 1 has 2.", "same number of entries"),
        new("matrix with words", "[0.5, 1]]", "[half, 1]]", "half", "'half' is no number.", "such as 0.5", true),
        new("matrix that is none", "Q: [[1, 2], [3, 4]]", "Q: eye(2)", "eye(2)", "A list is expected here.", "Begin every item", true),
        new(
            "more wrong entries earn more",
            "[1, 0.5]\n", "[0.5, 1]\n",
            "1]\n  - id: \"3.5\"",
            "More wrong entries earn more", "points for no wrong entry"),
        new("empty list", "says: [memory]", "says: []", "[]", "The list is empty.", "at least one way", true),
        new("list expected", "says: [memory]", "says: memory", "memory\n        contradicts", "A list is expected here.", "'- '", true),
        new(
            "bad date",
            "2026-06-08 23:59", "08.06.2026",
            "08.06.2026",
            "'08.06.2026' is no date and time.", "such as 2026-06-08 23:59", true),
        new("day that does not exist", "2026-06-08 23:59", "2026-06-31 23:59", "2026-06-31", "is no date and time", "year-month-day"),
        new("flag that is none", "zip-name: true", "zip-name: maybe", "maybe", "True or false is expected", "Write true or false", true),
        new("confidence out of range", "review-below: 0.8", "review-below: 80", "80", "'review-below' is 80.", "from 0 to 1", true),
        new(
            "fraction of an item",
            "items-asked: 2", "items-asked: 1.5",
            "1.5\n    criteria",
            "must be a whole number", "whole number from 1 to 100", true),
        new(
            "digits that exclude each other",
            "minimum-digits: 5", "minimum-digits: 11",
            "zip-name",
            "at least 11 and at most 10 digits", "Swap them"),
        new(
            "phrase with an empty alternative",
            "memor* + state", "memor* | + state",
            " + state",
            "An alternative is empty.", "Delete the extra"),
        new("formula with unknown name", "formula: Q * K", "formula: Q * M", "M\n          text", "untransposed: ", ""),
        new(
            "formula with shapes that do not agree",
            "formula: Q * transpose(K)", "formula: Q * [[1, 2, 3]]",
            "* [[1, 2, 3]]",
            "scores: ", "") { AnyColumn = true },
        new(
            "formula that ends too early",
            "formula: Q * transpose(K)", "formula: \"Q * \"",
            "\"Q * \"",
            "scores: The formula ends too early.", "such as Q * transpose(K)") { AnyColumn = true },
        new("order that is none", "order: N^2", "order: O(N^2) or so", "O(N^2) or so", "is no order of growth", "N*k^2"),
        new("relation that is none", "[N = H*W]", "[N is H*W]", "N is H*W", "'N is H*W' is no relation", "N = H*W"),
        new(
            "shape of three sizes",
            "Q: [n, d]", "Q: [n, d, h]",
            "[n, d, h]",
            "needs the symbol of its rows and of its columns", "Q: [rows, columns]", true),
        new("symbol that is not shared", "shared: d\n", "shared: m\n", "m\n", "The symbol 'm' is not shared", "Shared there: d."),
        new(
            "all-equal beside shared",
            "shared: d\n", "shared: d\n        all-equal: 0.5\n",
            "0.5\n        text: {en: Shared d.",
            "exclude each other", "Keep 'all-equal'"),
        new(
            "shapes of a question that has none",
            "shapes-from: \"3.5\"", "shapes-from: \"3.4\"",
            "\"3.4\"\n    criteria",
            "No question '3.4' with shapes stands above.", "asks for the shapes") { Others = true },
        new("name that is none", "Q: query", "Q: query + key", "query + key", "'query + key' is none", "alternatives"),
        new("size of no shape", "size: n\n", "size: x\n", "x\n        names", "'x' is no size", "Possible here"),
        new("list without items asked", "    items-asked: 1\n", "", "id: 3.6a", "does not say how many items", "items-asked"),
        new(
            "list of nothing",
            "        size: n\n        names: [rows]\n", "",
            "id: 3.6a",
            "names nothing that could be listed", "'size:' or 'names:'", true),
        new("axis of no shape", "columns: K\n", "columns: V\n", "V\n", "has no shape of 'V'", "Possible here") { Others = true },
        new("axis over another matrix", "rows: Q\n", "rows: K\n", "id: 3.6b", "same matrix", "two matrices"),
        new("tab", "  zip-name: true", "\tzip-name: true", "\tzip-name", "indented with a tab", "only blanks"),
        new("alias", "formula: Q * K", "formula: *scores", "*scores", "An alias", "Put quotes"),
        new("anchor", "given:", "given: &given", "&given", "An anchor", "Put quotes"),
        new("tag", "formula: Q * K", "formula: !calculate Q * K", "!calculate", "A tag", "Put quotes"),
        new(
            "duplicate key",
            "review-below: 0.8", "points: 7.5",
            "points: 7.5\nhand-in",
            "The key 'points' stands here a second time; it was first used in line 4.", "Keep one"),
        new("second document", "questions:", "---\nquestions:", "---", "A second YAML document", "one rubric in a file") { Others = true },
        new(
            "colon within a text",
            "formula: Q * K", "formula: this: Q * K",
            "this: Q * K",
            "not valid YAML", "quotes") { AnyColumn = true },
        new("unclosed bracket", "says: [memory]", "says: [memory", "says: [memory", "not valid YAML", "brackets") { AnyColumn = true },
    ];

    /// <summary>A second replacement, where one does not suffice.</summary>
    public (string Right, string Wrong)? Also { get; init; }

    /// <summary>Whether the fault causes other errors beside the one that is looked for.</summary>
    public bool Others { get; init; }

    /// <summary>Whether only the line is asserted: the parser of YAML decides where in the line it gave up.</summary>
    public bool AnyColumn { get; init; }
}
