namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads criteria of kind <c>matrix</c>.</summary>
internal sealed class MatrixReader : ICriterionReader
{
    public string Kind => "matrix";

    public Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope) => new MatrixCriterion
    {
        Id = head.Id,
        Maximum = head.Maximum,
        Text = head.Text,
        Step = ReadStep(fields, scope),
        PointsByWrongEntries = ReadPoints(fields, head),
        ImpliedByLaterSteps = fields.Flag("implied-by-later-steps", true),
    };

    private static string ReadStep(MappingReader fields, QuestionScope scope)
    {
        if (fields.Text("step",
            new(
                "Name the step of the computation that is judged.",
                "Nennen Sie den Schritt der Rechnung, der beurteilt wird.")) is not { } step)
            return "";
        if (!scope.Steps.Contains(step.Value))
        {
            LocalizedText remedy = scope.Steps.Count == 0
                ? new("Give the question a 'computation' with this step.", "Geben Sie der Frage eine „computation“ mit diesem Schritt.")
                : Spelling.Suggest(step.Value, scope.Steps);
            fields.Errors.Add(step.Place,
                new(
                    $"The computation of question {scope.QuestionId} has no step '{step.Value}'.",
                    $"Die Rechnung der Frage {scope.QuestionId} hat keinen Schritt „{step.Value}“."),
                remedy);
        }
        return step.Value;
    }

    private static List<Points> ReadPoints(MappingReader fields, CriterionHead head)
    {
        LocalizedText remedy =
            new(
                "Write a list: points for no wrong entry, for one, and so on, such as [1, 0.5].",
                "Schreiben Sie eine Liste: Punkte für keinen falschen Eintrag, für einen und so weiter, etwa [1, 0.5].");
        var points = new List<Points>();
        foreach (var node in fields.Items("points-by-wrong-entries", remedy))
        {
            if (ValueReader.Points(node, fields.Errors) is not { } value)
                continue;
            if (value > head.Maximum)
                fields.Errors.Add(node.Place,
                    ValueReader.AboveMaximum(value, head.Maximum, head.Id),
                    new("Lower them or raise the criterion's points.", "Senken Sie sie, oder erhöhen Sie die Punkte des Kriteriums."));
            if (points.Count > 0 && value > points[^1])
                fields.Errors.Add(node.Place,
                    new(
                        $"More wrong entries earn more: {value} after {points[^1]}.",
                        $"Mehr falsche Einträge bringen mehr: {value.In(Language.German)} nach {points[^1].In(Language.German)}."), remedy);
            points.Add(value);
        }
        return points;
    }
}
