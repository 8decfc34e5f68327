namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>concept</c>.</summary>
internal sealed class ConceptReader : ICriterionReader
{
    public string Kind => "concept";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope) => new ConceptCriterion
    {
        Id = head.Id,
        Maximum = head.Maximum,
        Text = head.Text,
        Levels = LevelReader.Read(fields.Items("levels",
            new(
                "Add at least one level: its points, its text, and how it is said.",
                "Fügen Sie mindestens eine Stufe hinzu: ihre Punkte, ihren Text, und wie es gesagt wird.")), head,
            fields.Errors),
        About = LevelReader.Phrases(fields.OptionalItems("about"), fields.Errors),
        Requires = LevelReader.Phrases(fields.OptionalItems("requires"), fields.Errors),
        Contradicts = LevelReader.Phrases(fields.OptionalItems("contradicts"), fields.Errors),
        Examples = [.. fields.OptionalItems("examples").Select(node => ReadExample(node, head, fields.Errors)).OfType<GradedExample>()],
    };

    private static GradedExample? ReadExample(YamlNode node, CriterionHead head, RubricErrorList errors)
    {
        if (MappingReader.Open(node, new("a graded example", "einem bewerteten Beispiel"), errors) is not { } fields)
            return null;
        var answer = fields.Text("answer",
            new("Write an answer as a student might.", "Schreiben Sie eine Antwort, wie Studierende sie geben könnten."));
        var points = LevelReader.LevelPoints(fields, head, null);
        fields.Close();
        return answer is null || points is null ? null : new GradedExample(answer.Value.Trim(), points.Value);
    }
}
