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
        if (fields.Text("step", "Name the step of the computation that is judged.") is not { } step)
            return "";
        if (!scope.Steps.Contains(step.Value))
        {
            var remedy = scope.Steps.Count == 0 ? "Give the question a 'computation' with this step."
                : Spelling.Suggest(step.Value, scope.Steps);
            fields.Errors.Add(step.Place, $"The computation of question {scope.QuestionId} has no step '{step.Value}'.", remedy);
        }
        return step.Value;
    }

    private static List<Points> ReadPoints(MappingReader fields, CriterionHead head)
    {
        const string remedy = "Write a list: points for no wrong entry, for one, and so on, such as [1, 0.5].";
        var points = new List<Points>();
        foreach (var node in fields.Items("points-by-wrong-entries", remedy))
        {
            if (ValueReader.Points(node, fields.Errors) is not { } value)
                continue;
            if (value > head.Maximum)
                fields.Errors.Add(node.Place, $"{value} points are above the {head.Maximum} points of criterion {head.Id}.",
                    "Lower them or raise the criterion's points.");
            if (points.Count > 0 && value > points[^1])
                fields.Errors.Add(node.Place, $"More wrong entries earn more: {value} after {points[^1]}.", remedy);
            points.Add(value);
        }
        return points;
    }
}
