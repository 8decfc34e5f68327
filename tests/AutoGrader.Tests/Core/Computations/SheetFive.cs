using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Core.Computations;

/// <summary>Question 3.4 of exercise sheet 5 as the marking guide has it: attention without softmax.</summary>
internal static class SheetFive
{
    public static Computation Attention { get; } = new()
    {
        Given = new Dictionary<string, Matrix<double>>
        {
            ["Q"] = Rows([[1, 1, 1, 1], [0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]]),
            ["K"] = Rows([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 1]]),
            ["V"] = Rows([[1, 2, 3], [4, 5, 6], [6, 8, 9]]),
        },
        Steps =
        [
            Step("scores", "Q * transpose(K)", "QK^T", "S", "scores", "Attention matrix"),
            Step("scaled", "scores / sqrt(columns(K))", "(QK^T)/(sqrt(d_k))", "QK^T/2", "1/2 QK^T", "A", "scaled"),
            Step("output", "scaled * V", "(QK^T)/(sqrt(d_k))V", "AV", "Output", "result", "Z"),
        ],
        Mistakes =
        [
            Mistake("unscaled", "scaled", "scores", ("3.4b", 0)),
            Mistake("divided-by-d_k", "scaled", "scores / columns(K)", ("3.4b", 0)),
            Mistake("root-of-the-number-of-keys", "scaled", "scores / sqrt(rows(K))", ("3.4b", 0)),
            Mistake("whole-number-division", "scaled", "floor(scores / sqrt(columns(K)))", ("3.4b", 0)),
            Mistake("reshaped", "scores", "Q * reshape(K, columns(K), rows(K))", ("3.4a", 0)),
            Mistake("softmax", "output", "softmax(scaled) * V", ("3.4c", 0)),
            Mistake("values-transposed", "output", "scaled * transpose(V)", ("3.4c", 0)),
        ],
    };

    public static Question Question { get; } = new()
    {
        Id = "3.4",
        Title = Same("Attention by hand"),
        Text = Same("Compute the attention output without softmax."),
        Computation = Attention,
        Criteria = [Criterion("3.4a", "scores"), Criterion("3.4b", "scaled"), Criterion("3.4c", "output")],
    };

    public static Rubric Rubric { get; } = new()
    {
        Id = "sheet",
        Title = Same("Sheet"),
        Course = Same("Course"),
        HandIn = new HandInRules(),
        Questions = [Question],
    };

    public static LocalizedText Same(string text) => new(text, text);

    public static Matrix<double> Rows(double[][] rows) => Matrix<double>.Build.DenseOfRowArrays(rows);

    private static ComputationStep Step(string name, string formula, params string[] written) => new(name, formula, Same(name), written);

    private static NamedMistake Mistake(string name, string step, string formula, params (string Criterion, int Half)[] points) => new(
        name, step, formula, Same(name), points.ToDictionary(p => p.Criterion, p => Points.FromHalfPoints(p.Half)));

    private static MatrixCriterion Criterion(string id, string step) => new()
    {
        Id = id,
        Maximum = Points.FromHalfPoints(2),
        Text = Same(id),
        Step = step,
        PointsByWrongEntries = [Points.FromHalfPoints(2), Points.FromHalfPoints(1)],
    };
}
