namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>What a new rubric begins with: the smallest that is valid, with everything in it that a question needs.</summary>
public static class RubricTemplate
{
    /// <summary>The YAML text.</summary>
    public const string Source = """
        id: new-sheet
        title: {en: "Sheet 1", de: "Blatt 1"}
        course: {en: Course, de: Kurs}
        points: 1

        questions:
          - id: "1"
            points: 1
            title: {en: First question, de: Erste Frage}
            text:
              en: What is printed on the sheet, word for word.
              de: "Was auf dem Blatt steht, Wort für Wort."
            criteria:
              - id: 1a
                kind: concept
                points: 1
                text:
                  en: What an answer must say to earn the point.
                  de: Was eine Antwort sagen muss, um den Punkt zu bekommen.
                levels:
                  - points: 1
                    text: {en: Said., de: Gesagt.}
                    says:
                      - idea* + needed | necessary   # "+" joins, "|" separates ways to say it, "*" leaves a word open

        """;
}
