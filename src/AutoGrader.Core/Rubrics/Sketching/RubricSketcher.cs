using System.Globalization;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics.Sketching;

/// <summary>Sketches rubrics. Pure; bounded as <see cref="RubricReader"/> is.</summary>
public static class RubricSketcher
{
    /// <summary>Sketches a text; <c>null</c> where it is no YAML that rubrics may be written in.</summary>
    public static RubricSketch? Of(string source)
    {
        if (YamlTree.Parse(RubricReader.Canonical(source), new RubricErrorList("")) is not YamlMap root)
            return null;
        var budget = new WorkBudget();
        return new RubricSketch(
            TextOf(root.Value("title")), PointsOf(root.Value("points")),
            [
                .. root.Value("questions").Items().Take(SheetReader.MostQuestions).Index()
                    .Select(q => Question(q.Item, $"questions/{Number(q.Index)}", budget)),
            ]);
    }

    private static QuestionSketch Question(YamlNode node, string path, WorkBudget budget)
    {
        var (id, title) = (ScalarOf(node.Value("id")), TextOf(node.Value("title")));
        return new QuestionSketch(
            path, node.Place.Line, id, title, PointsOf(node.Value("points")),
            [.. node.Value("criteria").Items().Index().Select(c => Criterion(c.Item, $"{path}/criteria/{Number(c.Index)}"))],
            Reference(node.Value("computation"), id, title, budget));
    }

    private static CriterionSketch Criterion(YamlNode node, string path) => new(
        path, node.Place.Line, ScalarOf(node.Value("id")), ScalarOf(node.Value("kind")), TextOf(node.Value("text")),
        PointsOf(node.Value("points")), node.Value("levels").Items().Count, node.Value("examples").Items().Count);

    // A computation is sound by itself, whatever is wrong elsewhere.
    private static ReferenceAnswer? Reference(YamlNode? node, string id, SketchedText title, WorkBudget budget)
    {
        var errors = new RubricErrorList("");
        return node is not null && ComputationReader.Read(node, budget, errors) is { } read && errors.IsEmpty && !budget.IsExceeded
            ? ReferenceAnswer.Of(id, new LocalizedText(title.English, title.German), read.Computation)
            : null;
    }

    private static SketchedText TextOf(YamlNode? node) => new(ScalarOf(node.Value("en")), ScalarOf(node.Value("de")));

    private static string ScalarOf(YamlNode? node) => (node as YamlScalar)?.Value ?? "";

    private static Points? PointsOf(YamlNode? node) => node is null ? null : ValueReader.Points(node, new RubricErrorList(""));

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
