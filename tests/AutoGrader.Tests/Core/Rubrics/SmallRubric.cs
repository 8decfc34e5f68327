namespace AutoGrader.Tests.Core.Rubrics;

/// <summary>The smallest rubric that has every kind of criterion; tests spoil one line of it at a time.</summary>
internal static class SmallRubric
{
    public const string Source = """
        id: small-sheet
        title: {en: A small sheet, de: Ein kleines Blatt}
        course: {en: Course, de: Kurs}
        points: 7.5
        due: 2026-06-08 23:59
        review-below: 0.8
        hand-in:
          zip-name: true
          minimum-digits: 5
        questions:
          - id: 1.1
            points: 1.5
            title: {en: Memory, de: Gedächtnis}
            text: {en: Why memory?, de: Warum Gedächtnis?}
            items-asked: 2
            criteria:
              - id: 1.1a
                kind: concept
                points: 1.5
                text: {en: It remembers., de: Es merkt sich etwas.}
                levels:
                  - points: 1.5
                    text: {en: Explained., de: Erklärt.}
                    says:
                      - memor* + state
                  - points: 0.5
                    text: {en: Named., de: Genannt.}
                    says: [memory]
                contradicts: [no memory]
                examples:
                  - answer: The state is a memory.
                    points: 1.5
          - id: "3.4"
            points: 1
            title: {en: Numbers, de: Zahlen}
            text: {en: Compute., de: Rechnen Sie.}
            computation:
              given:
                Q: [[1, 2], [3, 4]]
                K: [[1, 0], [0.5, 1]]
              steps:
                - name: scores
                  formula: Q * transpose(K)
                  title: {en: Scores, de: Werte}
                  written: [S]
              mistakes:
                - name: untransposed
                  step: scores
                  formula: Q * K
                  text: {en: Not transposed., de: Nicht transponiert.}
                  points: {3.4a: 0}
                - catalogue: rows_swapped
                  step: scores
                  points: {3.4a: 0.5}
              tolerance: 0.01
            criteria:
              - id: 3.4a
                kind: matrix
                points: 1
                text: {en: Scores., de: Werte.}
                step: scores
                points-by-wrong-entries: [1, 0.5]
          - id: "3.5"
            points: 3
            title: {en: Shapes, de: Formen}
            text: {en: Which shapes?, de: Welche Formen?}
            shapes:
              Q: [n, d]
              K: [m, d]
            rows-are:
              Q: query
            criteria:
              - id: 3.5a
                kind: shapes
                points: 1
                all-equal: 0.5
                text: {en: All shapes., de: Alle Formen.}
              - id: 3.5b
                kind: shapes
                points: 1
                shared: d
                text: {en: Shared d., de: Gemeinsames d.}
              - id: 3.5c
                kind: complexity
                points: 1
                text: {en: Quadratic., de: Quadratisch.}
                about: [attention]
                relations: [N = H*W]
                constants: [d]
                orders:
                  - order: N^2
                    points: 1
                    text: {en: Quadratic., de: Quadratisch.}
                    full-points-if: [always]
          - id: "3.6"
            points: 2
            title: {en: Sizes, de: Größen}
            text: {en: Which sizes?, de: Welche Größen?}
            items-asked: 1
            other-items: [heads]
            shapes-from: "3.5"
            criteria:
              - id: 3.6a
                kind: list
                points: 1
                text: {en: Named., de: Genannt.}
                size: n
                names: [rows]
              - id: 3.6b
                kind: axis
                points: 1
                text: {en: Over the keys., de: Über die Keys.}
                rows: Q
                columns: K
                sums-over: K
                instead: [everything]

        """;
}
