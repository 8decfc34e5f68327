using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rehearsal;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rehearsal;

/// <summary>What a rehearsal says about rubrics with one fault each.</summary>
public sealed class RubricRehearsalTests
{
    /// <summary>A clean rubric; the tests spoil a line of it.</summary>
    private const string Source = """
        id: little
        title: {en: A little sheet, de: Ein kleines Blatt}
        course: {en: Course, de: Kurs}
        points: 3
        questions:
          - id: "1.1"
            points: 1
            title: {en: Memory, de: Gedächtnis}
            text: {en: What is a hidden state good for?, de: Wozu dient der verborgene Zustand?}
            solution: |
              The hidden state is the memory of the network.
            criteria:
              - id: 1.1a
                kind: concept
                points: 1
                text: {en: It remembers., de: Es merkt sich etwas.}
                levels:
                  - points: 1
                    text: {en: Explained., de: Erklärt.}
                    says:
                      - state + memory
                  - points: 0.5
                    text: {en: Named., de: Genannt.}
                    says:
                      - useful
                contradicts: [state + no memory]
                examples:
                  - answer: The state is a memory.
                    points: 1
                  - answer: It is useful.
                    points: 0.5
                  - answer: The state has no memory at all.
                    points: 0 # The opposite.
          - id: "1.2"
            points: 2
            title: {en: Numbers, de: Zahlen}
            text: {en: Compute., de: Rechnen Sie.}
            computation:
              given:
                Q: [[1, 2], [3, 5]]
                K: [[1, 0], [0.5, 2]]
              steps:
                - name: scores
                  formula: Q * transpose(K)
                  title: {en: Scores, de: Werte}
                  written: [S]
                - name: halved
                  formula: scores / 2
                  title: {en: Halved, de: Halbiert}
                  written: [H]
              mistakes:
                - name: not_transposed
                  step: scores
                  formula: Q * K
                  text: {en: Not transposed., de: Nicht transponiert.}
                  points: {1.2a: 0}
            criteria:
              - id: 1.2a
                kind: matrix
                points: 1
                text: {en: Scores., de: Werte.}
                step: scores
                points-by-wrong-entries: [1, 0.5]
              - id: 1.2b
                kind: matrix
                points: 1
                text: {en: Halves., de: Hälften.}
                step: halved
                points-by-wrong-entries: [1, 0.5]

        """;

    [Fact]
    public void Clean_rubric_has_neither_findings_nor_hints()
    {
        var report = Rehearse(Source);

        Assert.Empty(report.Findings.Select(f => f.What.ToString()));
        Assert.Equal((3m, 3m), (report.Suggested.Value, report.Maximum.Value));
    }

    [Theory]
    [InlineData("The hidden state is the memory of", "The weather is the beauty of", "solution-loses-points", "solution: |", "1.1a")]
    [InlineData("points: 0 #", "points: 1 #", "example-differs", "- answer: The state has no memory", "1.1a")]
    [InlineData("- useful", "- idea", "nothing-earns-points", "- id: \"1.1\"", "1.1a")]
    [InlineData("points: {1.2a: 0}", "points: {1.2a: 1}", "mutant-earns-all", "- name: not_transposed", "1.2")]
    public void Fault_is_found_in_its_line(string text, string spoilt, string code, string line, string subject)
    {
        Assert.Contains(text, Source, StringComparison.Ordinal);

        var report = Rehearse(Source.Replace(text, spoilt, StringComparison.Ordinal));

        var finding = Assert.Single(report.Findings.Where(f => f.Code == code).DistinctBy(f => f.What.Line));
        Assert.Equal((LineOf(line), subject, false), (finding.What.Line, finding.Subject, finding.IsHint));
        Assert.False(report.IsClean);
    }

    [Theory]
    [InlineData("[state + no memory]", "[state + no memory, indispensable]", "dead-phrase", "[state + no memory]")]
    [InlineData("answer: It is useful.", "answer: It is a memory of the state.", "level-unreached", "- points: 0.5")]
    [InlineData("solution: |\n      The hidden state is the memory of the network.\n    ", "", "no-solution", "- id: \"1.1\"")]
    public void What_nothing_rehearses_is_a_hint(string text, string spoilt, string code, string line)
    {
        Assert.Contains(text, Source, StringComparison.Ordinal);

        var report = Rehearse(Source.Replace(text, spoilt, StringComparison.Ordinal));

        var hint = Assert.Single(report.Findings, f => f.Code == code);
        Assert.Equal((LineOf(line), true), (hint.What.Line, hint.IsHint));
    }

    [Fact]
    public void Criterion_that_nothing_earns_never_fires()
    {
        var source = Source.Replace("state + memory", "unheard + of", StringComparison.Ordinal)
            .Replace("- useful\n", "- unheard + of\n", StringComparison.Ordinal);

        Assert.Contains(Rehearse(source).Findings, f => f.Code == "never-fires" && f.Subject == "1.1a");
    }

    [Fact]
    public void Criteria_with_the_same_phrases_fire_together()
    {
        var first = Source.IndexOf("      - id: 1.1a", StringComparison.Ordinal);
        var second = Source.IndexOf("  - id: \"1.2\"", StringComparison.Ordinal);
        var twin = Source[first..second].Replace("1.1a", "1.1b", StringComparison.Ordinal);
        var source = Source.Insert(second, twin).Replace("points: 3\n", "points: 4\n", StringComparison.Ordinal)
            .Replace("    points: 1\n    title: {en: Mem", "    points: 2\n    title: {en: Mem", StringComparison.Ordinal);

        Assert.Contains(Rehearse(source).Findings, f => f.Code == "fire-together" && f.Subject == "1.1b");
    }

    [Fact]
    public void Graded_answer_that_is_decided_otherwise_is_named_with_its_own_file_and_line()
    {
        var (lines, _) = AnswerLines.Read(
            """

            {"question": "1.1", "answer": "The state is a memory.", "points": {"1.1a": 1}}
            {"question": "1.1", "answer": "I don't know.", "points": {"1.1a": 1}}
            {"question": "9.9", "answer": "Of another sheet.", "points": {"9.9a": 0}}
            """,
            "given.jsonl");

        var report = Rehearse(Source, lines);

        var finding = Assert.Single(report.Findings, f => f.Code == "graded-differs");
        Assert.Equal(("given.jsonl", 3), (finding.What.File, finding.What.Line));
        Assert.Equal(2, report.Counts.Single(c => c.Kind == RehearsalKind.GradedAnswer).Answers);
    }

    [Theory]
    [InlineData("ivu-sheet-05", 20)]
    [InlineData("seq-sheet-02", 14)]
    public void Every_kind_of_answer_is_rehearsed_on_the_shipped_sheets_and_nothing_is_wrong_with_them(string sheet, int points)
    {
        var path = TestData.InRepository("rubrics", $"{sheet}.yaml");
        var version = RubricReader.Read(File.ReadAllText(path), path).Version!;
        var answers = TestData.InRepository("rubrics", $"{sheet}.answers.jsonl");
        var (lines, _) = AnswerLines.Read(File.ReadAllText(answers), answers);
        var model = ScoringModel.Of(version.Rubric, lines.Select(l => new GradedAnswer(l.QuestionId, l.Text, l.Points)));

        var report = RubricRehearsal.Run(version, path, [(answers, lines)], (d, r) => SubmissionGrader.Grade(d, r, model));

        Assert.Empty(report.Findings.Where(f => !f.IsHint).Select(f => f.What.ToString()));
        Assert.Equal(points, report.Suggested.Value);
        Assert.DoesNotContain(report.Counts, c => c.Answers == 0 || c.DecidedWrongly > 0);
    }

    private static int LineOf(string text) => Source[..Source.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    private static RehearsalReport Rehearse(string source, IReadOnlyList<AnswerLine>? graded = null)
    {
        var read = RubricReader.Read(source, "little.yaml");
        Assert.Empty(read.Errors.Select(e => e.ToString()));
        var report = RubricRehearsal.Run(read.Version!, "little.yaml", [("given.jsonl", graded ?? [])], SubmissionGrader.Grade);
        Assert.All(report.Findings, finding => BothLanguages.Agree(finding.What));
        return report;
    }
}
