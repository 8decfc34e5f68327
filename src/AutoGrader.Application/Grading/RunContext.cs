using AutoGrader.Application.Review;
using AutoGrader.Core;
using AutoGrader.Core.Grading.Calibration;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.Application.Grading;

/// <summary>What is the same for all submissions of a run.</summary>
internal sealed record RunContext
{
    private Lazy<ScoringModel>? _model;

    /// <summary>The opened input.</summary>
    public required InputPlan Plan { get; init; }

    /// <summary>The rubric version.</summary>
    public required RubricVersion Rubric { get; init; }

    /// <summary>The graded answers given with the rubric.</summary>
    public required GradedAnswerSet Given { get; init; }

    /// <summary>Which share of what is decided without a person may be wrong.</summary>
    public required double SilentErrorTarget { get; init; }

    /// <summary>The judge outside the program; <c>null</c> for none.</summary>
    public IFreeTextJudge? Judge { get; init; }

    /// <summary>The chosen language of feedback, or <c>null</c> for each report's own.</summary>
    public required Language? Language { get; init; }

    /// <summary>The language where the report's own is not known.</summary>
    public required Language DefaultLanguage { get; init; }

    /// <summary>The bounds of reading.</summary>
    public required PdfReadLimits Limits { get; init; }

    /// <summary>The engine that renders the feedback.</summary>
    public required string Engine { get; init; }

    /// <summary>Who grades.</summary>
    public required string Actor { get; init; }

    /// <summary>All there is to learn from: what was given, and people's decisions.</summary>
    public GradedAnswerSet Learnt { get; private init; } = GradedAnswerSet.Empty;

    /// <summary>
    /// What was learnt; worked out when it is first asked for, since a run whose results are all stored needs none of it.
    /// </summary>
    public ScoringModel Model => (_model ?? throw new InvalidOperationException("The run is not registered yet.")).Value;

    /// <summary>The same run with something to learn from.</summary>
    public RunContext LearningFrom(GradedAnswerSet answers) => this with
    {
        Learnt = answers,
        _model = new Lazy<ScoringModel>(
            () => TrainingSet.Read(Rubric.Rubric, answers.Answers).Train(CalibrationData.Shipped, SilentErrorTarget)),
    };

    /// <summary>Names what the result of a hand-in depends on.</summary>
    public string FingerprintOf(PlannedHandIn planned, Decisions decisions) => Fingerprint.OfSubmission(
        planned, Rubric, Fingerprint.OfScoring(Learnt.Hash, SilentErrorTarget, Judge?.Name), Fingerprint.OfReader(Limits), Engine, Language,
        decisions.All);
}
