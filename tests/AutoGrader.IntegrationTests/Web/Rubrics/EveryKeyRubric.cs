using System.Globalization;
using System.Text.Json;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.IntegrationTests.Web.Rubrics;

/// <summary>A rubric in which every key stands that the readers accept (a test says so), in every way a value may be written.</summary>
internal static class EveryKeyRubric
{
    public const string Source = """
        id: everything
        title: {en: All, de: Alles}
        course:
          en: Course   # as announced
          de: Kurs
        points: 9
        due: 2026-06-08 23:59
        review-below: 0.8
        disclosure: full
        hand-in:
          zip-name: true
          pdf-name: true
          compare-identity: false
          minimum-digits: 5
          maximum-digits: 10
        questions:
          - id: "1"
            points: 6
            title: {en: Numbers, de: Zahlen}
            text: {en: Compute., de: Rechnen Sie.}
            solution: |
              First line.
              Second line.
            disclosure: hint
            items-asked: 2
            other-items:
              - heads
              - width
            shapes:
              Q: [n, d]
              K:
                - m
                - d
            rows-are:
              Q: query
              K: key
            computation:
              given:
                Q: [[1, 2], [3, 4]]   # by hand
                K:
                  - [5, 6]   # a row
                  - [0.5, 7]
              steps:
                - name: scores
                  formula: Q * transpose(K)
                  title: {en: Scores, de: Werte}
                  written: [S, "f(a, b)"]
                - {name: twice, formula: 2 * scores, title: {en: Twice, de: Doppelt}, written: [T]}
              mistakes:
                - name: untransposed
                  step: scores
                  formula: Q * K
                  text: {en: Not transposed., de: Nicht transponiert.}
                  points: {1a: 0}
                - catalogue: rows_swapped
                  step: scores
                  text: {en: Rows., de: Zeilen.}
                  points: {1a: 0.5}
              tolerance: {absolute: 0.01, relative: 0, significant-digits: 3}
            criteria:
              - id: 1a
                kind: matrix
                points: 1
                text: {en: Scores., de: Werte.}
                disclosure: verdict
                hint: {en: Look., de: Sehen Sie hin.}
                step: scores
                points-by-wrong-entries: [1, 0.5]
                implied-by-later-steps: true
              - id: 1b
                kind: concept
                points: 1
                disclosure: full
                hint: {en: Think., de: Denken Sie nach.}
                text: {en: It remembers., de: Es merkt sich etwas.}
                levels:
                  - points: 1
                    text: {en: Said., de: Gesagt.}
                    says:
                      - memor* + state   # both
                      - remember*
                about: [state]
                requires: [memor*, remember*]
                contradicts: [no memory]
                examples:
                  - answer: The state is a memory.
                    points: 1
              - id: 1c
                kind: shapes
                points: 1
                text: {en: All shapes., de: Alle Formen.}
                disclosure: full
                hint: {en: Look., de: Sehen Sie hin.}
                all-equal: 0.5
                levels:
                  - points: 0.5
                    text: {en: Said., de: Gesagt.}
                    says: [rectangular]
                contradicts: [scalar]
              - id: 1d
                kind: shapes
                points: 1
                text: {en: Shared d., de: Gemeinsames d.}
                shared: d
              - id: 1e
                kind: axis
                points: 1
                text: {en: Over the keys., de: Über die Keys.}
                disclosure: full
                hint: {en: Look., de: Sehen Sie hin.}
                rows: Q
                columns: K
                sums-over: K
                instead: [everything]
              - id: 1f
                kind: list
                points: 1
                text: {en: Named., de: Genannt.}
                disclosure: full
                hint: {en: Look., de: Sehen Sie hin.}
                size: n
                names: [rows]
          - id: "2"
            points: 3
            title: {en: Growth, de: Wachstum}
            text: {en: How fast?, de: Wie schnell?}
            shapes-from: "1"
            computation:
              given: {N: [[1]]}
              steps:
                - {name: one, formula: N, title: {en: One, de: Eins}}
              tolerance: 0.01
            criteria:
              - id: 2a
                kind: complexity
                points: 3
                text: {en: Quadratic., de: Quadratisch.}
                disclosure: full
                hint: {en: Look., de: Sehen Sie hin.}
                about: [attention]
                relations: [N = H*W]
                constants: [d, k]
                orders:
                  - order: N^2
                    points: 3
                    text: {en: Quadratic., de: Quadratisch.}
                    full-points-if: [always]
                levels:
                  - points: 1
                    text: {en: Said., de: Gesagt.}
                    says: [fast growth]

        """;

    /// <summary>The same on one line in brackets, as JSON has it.</summary>
    public static string AsJson { get; } = Json(new RubricText(Source), "");

    /// <summary>The paths of all single values.</summary>
    public static IEnumerable<string> Leaves(RubricText text, string path = "") => Children(text, path).ToList() is { Count: > 0 } children
        ? children.SelectMany(child => Leaves(text, child)) : [path];

    /// <summary>The paths of all mappings.</summary>
    public static IEnumerable<string> Mappings(RubricText text, string path = "") =>
        (text.IsMapping(path) ? [path] : Array.Empty<string>()).Concat(Children(text, path).SelectMany(child => Mappings(text, child)));

    private static IEnumerable<string> Children(RubricText text, string path) => text.IsMapping(path)
        ? text.GetKeys(path).Select(key => path.Length == 0 ? key : $"{path}/{key}")
        : Enumerable.Range(0, text.Count(path)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"));

    private static string Json(RubricText text, string path)
    {
        var children = Children(text, path).ToList();
        var entries = children.Select(c => $"{JsonSerializer.Serialize(c[(c.LastIndexOf('/') + 1)..])}: {Json(text, c)}");
        return text.IsMapping(path)
            ? $"{{{string.Join(", ", entries)}}}"
            : children.Count > 0 ? $"[{string.Join(", ", children.Select(c => Json(text, c)))}]"
            : JsonSerializer.Serialize(text.Get(path));
    }
}
