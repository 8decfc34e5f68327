using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Application.Remarking;

/// <summary>A version that results were graded by, compared with the version looked at. Immutable.</summary>
internal sealed class EffectBasis
{
    private readonly HashSet<string> _learntOtherwise;

    /// <param name="former">The version that was graded by.</param>
    /// <param name="target">The version looked at.</param>
    /// <param name="learnt">What was learnt from when it was graded; <c>null</c> where that is not known any more.</param>
    public EffectBasis(RubricVersion former, EffectTarget target, GradedAnswerSet? learnt)
    {
        Former = former;
        LearnsLess = learnt is not null && target.Learnt.Answers.Count < learnt.Answers.Count;
        Changes = ScoringChanges.Between(former, target.Version);
        IsSameOutline = SameOutline(former.Rubric.Outline(), target.Rubric.Outline());
        _learntOtherwise =
        [
            .. target.Rubric.Questions.Where(q => q.Criteria.Any(c => c is ConceptCriterion)).Select(q => q.Id)
                .Where(id => learnt is null || !AnswersTo(id, learnt).SequenceEqual(AnswersTo(id, target.Learnt), StringComparer.Ordinal)),
        ];
    }

    public RubricVersion Former { get; }

    public ScoringChanges Changes { get; }

    /// <summary>Whether answers are searched for by the same words, so that they are found at the same places.</summary>
    public bool IsSameOutline { get; }

    /// <summary>Whether there are fewer graded answers to learn from than there were.</summary>
    public bool LearnsLess { get; }

    /// <summary>Whether a question is learnt from other answers than it was.</summary>
    public bool IsLearntOtherwise(string questionId) => _learntOtherwise.Contains(questionId);

    /// <summary>Whether a stored score of a question cannot simply be taken over.</summary>
    public bool MayChange(string questionId) => IsLearntOtherwise(questionId) || Changes.MayChange(questionId);

    /// <summary>Whether a result was made by this engine from what its run had learnt: the run would say the same again.</summary>
    public static bool IsReproducible(FormerResult result) =>
        result.Row.Fingerprint.Length > 0 && result.Row.EngineVersion == SubmissionGrader.EngineVersion;

    /// <summary>Whether answers were found at the same places: the same blocks of one reading.</summary>
    public static bool SameAnswers(AnswerDocument left, AnswerDocument right) =>
        left.Language == right.Language
        && left.Answers.Count == right.Answers.Count
        && left.Answers.Zip(right.Answers).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Answer left, Answer right) =>
        left with { Blocks = [] } == right with { Blocks = [] } && left.Blocks.Count == right.Blocks.Count
        && left.Blocks.Zip(right.Blocks).All(pair => Same(pair.First, pair.Second));

    // Cut blocks are made anew at each search; the others are those of the reading.
    private static bool Same(ReportBlock left, ReportBlock right) =>
        ReferenceEquals(left, right)
        || (left with { Lines = [], Matrices = [] } == right with { Lines = [], Matrices = [] }
            && left.Lines.SequenceEqual(right.Lines)
            && left.Matrices.Count == right.Matrices.Count
            && left.Matrices.Zip(right.Matrices).All(pair => Same(pair.First, pair.Second)));

    private static bool Same(MatrixReading left, MatrixReading right) =>
        ReferenceEquals(left, right)
        || (left with { Entries = [] } == right with { Entries = [] } && left.Entries.SequenceEqual(right.Entries));

    private static bool SameOutline(SheetOutline left, SheetOutline right) =>
        left with { Questions = [] } == right with { Questions = [] }
        && left.Questions.Count == right.Questions.Count
        && left.Questions.Zip(right.Questions).All(pair =>
            pair.First with { Keywords = [] } == pair.Second with { Keywords = [] }
            && pair.First.Keywords.SequenceEqual(pair.Second.Keywords, StringComparer.Ordinal));

    private static string[] AnswersTo(string questionId, GradedAnswerSet set) =>
        GradedAnswerSet.Of(set.Answers.Where(a => a.QuestionId == questionId)).Source.Split('\n');
}
