using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Numerics;
using AutoGrader.Tests.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Core.Grading.Matrices;

/// <summary>
/// An invented student who computes attention without softmax, with known slips, and writes down some of it. The true points follow from
/// the slips by the marking guide, without looking at what the grader makes of them; <c>null</c> where the guide does not settle it.
/// </summary>
internal sealed class SimulatedStudent
{
    private enum Scaling
    {
        Right,
        None,
        Dimension,
        RootOfKeys,
        WholeNumbers,
    }

    private enum Ending
    {
        Right,
        ValuesTransposed,
        Softmax,
    }

    private readonly Random _random;
    private readonly int _decimals;
    private readonly List<string> _written = [];

    public SimulatedStudent(Random random, Question question)
    {
        _random = random;
        _decimals = random.Next(4) == 0 ? 2 : 6;
        var (q, k, v) = (Given(question, "Q"), Given(question, "K"), Given(question, "V"));
        var named = random.Next(2) == 0;
        var (shows, scaling, ending) = (random.Next(8), (Scaling)Pick(12), (Ending)Pick(8));
        var (showsScores, showsScaled) = (shows > 0, scaling != Scaling.None && shows > 1);
        if (v.RowCount != v.ColumnCount && ending == Ending.ValuesTransposed)
            ending = Ending.Right;

        var rightScores = q * k.Transpose();
        var scores = showsScores ? Slip(rightScores, out var wrongScores) : Keep(rightScores, out wrongScores);
        var properlyScaled = Round(scores / Math.Sqrt(k.ColumnCount));
        var meant = Round(Scale(scores, k, scaling));
        var scaled = showsScaled ? Slip(meant, out _) : Keep(meant, out _);
        var wrongScaled = Count(properlyScaled, scaled);
        var properOutput = scaled * v;
        var output = Slip(Round(End(scaled, v, ending)), out var slips);
        var reference = rightScores / Math.Sqrt(k.ColumnCount) * v;
        var outputMatches = Math.Min(Count(properOutput, output), Count(reference, output));

        if (random.Next(3) == 0)
            Write("*QK^T", q, named);
        if (showsScores)
            Write("QK^T", scores, named);
        if (showsScaled)
            Write("(QK^T)/(sqrt(d_k))", scaled, named);
        if (random.Next(2) == 0)
        {
            Write("*", scaled, false);
            Write("*", v, false);
        }

        Write("Output", output, named);
        Summary = $"{scaling} {ending} scores {(showsScores ? wrongScores : -1)} scaled {(showsScaled ? wrongScaled : -1)} "
            + $"output {outputMatches} slips {slips}";
        var bypassed = scaling == Scaling.None || Count(properlyScaled, scaled) == 0;
        double? implied = outputMatches == 0 && ending == Ending.Right && bypassed ? 1 : null;
        Truth =
        [
            showsScores ? Half(wrongScores) : implied,
            showsScaled
                // A named mistake in one entry alone: the rubric says none, the guide says half.
                ? scaling == Scaling.WholeNumbers && wrongScaled == 1
                    ? null
                    : Half(Math.Min(wrongScaled, Count(rightScores / Math.Sqrt(k.ColumnCount), scaled)))
                : scaling == Scaling.Right ? implied : wrongScaled == 0 ? null : 0,
            ending == Ending.Right || outputMatches == 0 ? Half(outputMatches) : Count(properOutput, output) > 1 ? 0 : null,
        ];
    }

    /// <summary>What the student wrote, for <see cref="WrittenAnswer.Of"/>.</summary>
    public string[] Written => [.. _written];

    /// <summary>What a poor reader makes of it: matrices are taken for text, entries misread (and known to be uncertain).</summary>
    public string[] PoorlyRead(Random random) =>
        [.. Written.Select(line => random.Next(8) == 0 ? "~" + line : random.Next(4) > 0 ? line : Misread(line, random))];

    private static string Misread(string line, Random random)
    {
        var digits = Enumerable.Range(line.LastIndexOf('=') + 1, line.Length - line.LastIndexOf('=') - 1)
            .Where(i => char.IsDigit(line[i]) && (i + 1 == line.Length || line[i + 1] is ' ' or ';')).ToList();
        var place = digits[random.Next(digits.Count)];
        return $"{line[..place]}{random.Next(10)}?{line[(place + 1)..]}";
    }

    /// <summary>The points of the three criteria; <c>null</c> where the guide leaves them open.</summary>
    public IReadOnlyList<double?> Truth { get; }

    public string Summary { get; }

    /// <summary>A question like that of sheet 5 with other numbers and shapes, square ones included, where shapes tell nothing.</summary>
    public static Question Sheet(Random random)
    {
        var (queries, keys, features, values) = random.Next(3) == 0
            ? (3, 3, 3, 3)
            : (random.Next(2, 6), random.Next(2, 5), random.Next(2, 6), random.Next(2, 5));
        var given = new Dictionary<string, Matrix<double>>
        {
            ["Q"] = Integers(random, queries, features),
            ["K"] = Integers(random, keys, features),
            ["V"] = Integers(random, keys, values),
        };
        var mistakes = SheetFive.Attention.Mistakes.Where(m => m.Name != "values-transposed" || keys == values).ToList();
        return SheetFive.Question with { Computation = SheetFive.Attention with { Given = given, Mistakes = mistakes } };
    }

    /// <summary>The same question whose rubric writes no wrong formulas, but gives points for two slips of the catalogue.</summary>
    public static Question WithCatalogue(Question question) => question with
    {
        Computation = question.Computation! with
        {
            Mistakes = [],
            CatalogueMistakes = [Slip("scaling_forgotten", "3.4b"), Slip("softmax_inserted", "3.4c")],
        },
    };

    private static CatalogueMistake Slip(string name, string criterion) =>
        new(name, null, null, new Dictionary<string, Points> { [criterion] = Points.Zero });

    private static Matrix<double> Integers(Random random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => random.Next(-2, 5));

    private static Matrix<double> Given(Question question, string name) => question.Computation!.Given[name];

    /// <summary>0 most of the time.</summary>
    private int Pick(int outOf) => _random.Next(outOf) is var drawn && drawn < 5 ? Math.Min(drawn, outOf == 12 ? 4 : 2) : 0;

    private static Matrix<double> Scale(Matrix<double> scores, Matrix<double> k, Scaling scaling) => scaling switch
    {
        Scaling.None => scores,
        Scaling.Dimension => scores / k.ColumnCount,
        Scaling.RootOfKeys => scores / Math.Sqrt(k.RowCount),
        Scaling.WholeNumbers => (scores / Math.Sqrt(k.ColumnCount)).PointwiseFloor(),
        _ => scores / Math.Sqrt(k.ColumnCount),
    };

    private static Matrix<double> End(Matrix<double> scaled, Matrix<double> v, Ending ending) => ending switch
    {
        Ending.ValuesTransposed => scaled * v.Transpose(),
        Ending.Softmax => Softmax.Of(scaled) * v,
        _ => scaled * v,
    };

    private Matrix<double> Slip(Matrix<double> right, out int slips)
    {
        slips = Math.Max(0, _random.Next(-4, 4));
        var result = right.Clone();
        foreach (var place in Enumerable.Range(0, right.RowCount * right.ColumnCount).OrderBy(_ => _random.Next()).Take(slips))
            result[place / right.ColumnCount, place % right.ColumnCount] += _random.Next(2) == 0 ? 1 : -1.5;
        return result;
    }

    private static Matrix<double> Keep(Matrix<double> right, out int slips)
    {
        slips = 0;
        return right;
    }

    private Matrix<double> Round(Matrix<double> matrix) => matrix.Map(x => Math.Round(x, _decimals), Zeros.Include);

    private static int Count(Matrix<double> expected, Matrix<double> actual) =>
        MatrixComparison.Differences(expected, actual, new Tolerance(0.06, 0.0005)).Count;

    private static double Half(int wrong) => wrong == 0 ? 1 : wrong == 1 ? 0.5 : 0;

    private void Write(string name, Matrix<double> matrix, bool named) => _written.Add(
        (name.StartsWith('*') ? "*" : "") + (named && name.Length > 1 ? name.TrimStart('*') + " = " : "") + Text(matrix));

    /// <summary>A matrix as <see cref="WrittenAnswer"/> has it.</summary>
    public static string Text(Matrix<double> matrix) => string.Join("; ", matrix.EnumerateRows().Select(Text));

    private static string Text(Vector<double> row) =>
        string.Join(' ', row.Select(x => x.ToString("0.######", CultureInfo.InvariantCulture)));
}
