using System.Globalization;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>What the commands that score, and measure scores, can be told.</summary>
internal sealed record ScoringOptions
{
    public const string Usage =
        "[--rubric FILE|none] [--answers FILE.jsonl|none] [--graded N] [--calibration FILE.json] [--target SHARE]";

    /// <summary>The rubric; <c>null</c> to do without.</summary>
    public string? Rubric { get; init; } = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");

    /// <summary>Graded answers to learn from.</summary>
    public IReadOnlyList<AnswerLine> Answers { get; init; } = [];

    /// <summary>How many graded answers of each question are learnt from at most.</summary>
    public int? Graded { get; init; }

    public CalibrationData Calibration { get; init; } = CalibrationData.Shipped;

    public double Target { get; init; } = ScoringModel.DefaultSilentErrorTarget;

    /// <summary>Reads options; <c>null</c> where one is not understood.</summary>
    public static ScoringOptions? Parse(string[] arguments)
    {
        var options = new ScoringOptions();
        var answers = Path.ChangeExtension(options.Rubric!, ".answers.jsonl");
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length)
                return null;
            var value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--rubric" when value == "none":
                    (options, answers) = (options with { Rubric = null }, "none");
                    break;
                case "--rubric":
                    (options, answers) = (options with { Rubric = value }, Path.ChangeExtension(value, ".answers.jsonl"));
                    break;
                case "--answers":
                    answers = value;
                    break;
                case "--graded" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var graded):
                    options = options with { Graded = graded };
                    break;
                case "--calibration":
                    options = options with { Calibration = CalibrationData.Read(File.ReadAllText(value)) };
                    break;
                case "--target" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var target):
                    options = options with { Target = target };
                    break;
                default:
                    return null;
            }
        }

        return answers == "none" || !File.Exists(answers) ? options : options with { Answers = JsonLines.Read(answers) };
    }
}
