using System.Text.Json;

namespace AutoGrader.Core.Grading.Calibration;

/// <summary>
/// How evidence is weighed and how far it can be trusted, measured on graded answers of students whom nothing was developed for. Made by
/// the command <c>calibrate</c> and shipped with the program; pooled over criteria, so that it serves rubrics it was not measured on.
/// </summary>
/// <param name="Stages">By number of graded answers, ascending; the first for none.</param>
/// <param name="Reliabilities">Of what nothing is learnt for.</param>
public sealed record CalibrationData(IReadOnlyList<CalibrationStage> Stages, IReadOnlyList<Reliability> Reliabilities)
{
    private const string Resource = "AutoGrader.Core.Grading.Calibration.calibration.json";

    /// <summary>The decimals that probabilities are kept with, so that equal ones compare as equal everywhere.</summary>
    public const int Decimals = 4;

    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Lazy<CalibrationData> Embedded = new(() =>
    {
        using var stream = typeof(CalibrationData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    });

    /// <summary>The calibration that the program is shipped with.</summary>
    public static CalibrationData Shipped => Embedded.Value;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is no calibration.</exception>
    public static CalibrationData Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CalibrationData>(json, Format) is { Stages: [{ GradedAnswers: 0 }, ..] } data
                && data.Stages.All(s => s.Weights.Count == LevelEvidence.FeatureCount)
                ? data
                : throw new FormatException("A calibration needs a stage for no graded answers, and the weights of each stage.");
        }
        catch (JsonException fault)
        {
            throw new FormatException("This is no calibration.", fault);
        }
    }

    /// <summary>The calibration as JSON, a line for each stage.</summary>
    public string Write() =>
        "{\n  \"stages\": [\n    " + string.Join(",\n    ", Stages.Select(s => JsonSerializer.Serialize(s, Format)))
        + "\n  ],\n  \"reliabilities\": [\n    " + string.Join(",\n    ", Reliabilities.Select(r => JsonSerializer.Serialize(r, Format)))
        + "\n  ]\n}\n";

    /// <summary>The stage that holds for so many graded answers.</summary>
    internal CalibrationStage StageFor(int gradedAnswers) => Stages.Last(s => s.GradedAnswers <= gradedAnswers);

    /// <summary>
    /// From which probability on points are decided without a person, where so many graded answers are there to learn from. Never less
    /// careful with fewer of them.
    /// </summary>
    internal double ThresholdFor(int gradedAnswers, double silentErrorTarget)
    {
        var least = StageFor(gradedAnswers).GradedAnswers;
        return Stages.Where(s => s.GradedAnswers >= least).Max(s => SelectionThreshold.Find(s.Right, s.Wrong, silentErrorTarget));
    }

    /// <summary>The same for what nothing is learnt for.</summary>
    internal double ThresholdOfFacts(double silentErrorTarget) => ThresholdFor(int.MaxValue, silentErrorTarget);

    /// <summary>The probability that points of a sort are right, given the grader's own account.</summary>
    internal double ReliabilityOf(string sort, double confidence) =>
        Reliabilities.FirstOrDefault(r => r.Sort == sort)?.Of(confidence) ?? confidence;
}
