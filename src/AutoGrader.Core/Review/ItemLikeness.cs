using System.Globalization;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Review;

/// <summary>
/// What decides whether two items of one criterion may be served by one decision: the machine says the same of them for the same reason,
/// and the students wrote the same. What stands where it could not be read is never the same.
/// </summary>
/// <param name="Reason">Why the machine suggests what it suggests; <c>null</c> where the item is like no other.</param>
/// <param name="Statement">What was written, in one form; empty where the reason says all.</param>
/// <param name="Words">The words, where alike is enough; <c>null</c> where the statements must be the same.</param>
public sealed record ItemLikeness(string? Reason, string Statement, AnswerWords? Words)
{
    /// <summary>An item like no other.</summary>
    public static ItemLikeness Unique { get; } = new(null, "", null);

    /// <summary>The likeness of a score.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="score">Its score.</param>
    /// <param name="state">Whether there is an answer.</param>
    /// <param name="words">The words of the answer; read only where they matter.</param>
    public static ItemLikeness Of(Criterion criterion, CriterionScore score, AnswerState state, Lazy<AnswerWords> words)
    {
        var reason = score.Rationale.English;
        if (state == AnswerState.Unreadable || UnreadPlaces.AreNamedIn(score.Rationale))
            return Unique;
        if (state == AnswerState.Missing)
            return new ItemLikeness(reason, "", null);
        return criterion switch
        {
            MatrixCriterion => OfMatrix(score),
            ConceptCriterion => new ItemLikeness(reason, words.Value.Statement, words.Value),
            // Letters and signs are not like each other: N is not n.
            _ => new ItemLikeness(reason, words.Value.Statement, null),
        };
    }

    /// <summary>Whether one decision may serve both.</summary>
    public bool Serves(ItemLikeness other) =>
        Reason is not null && Reason == other.Reason
        && (Statement == other.Statement || (Words is not null && other.Words is not null && Words.IsLike(other.Words)));

    // A mistake is the same whatever the numbers it led to; what has no name must be the same in every entry.
    private static ItemLikeness OfMatrix(CriterionScore score)
    {
        var matrix = score.Matrix;
        if (matrix is null ? score.Mistake is null : matrix.Entries.Any(e => e.State == EntryState.Uncertain))
            return Unique;
        if (score.Mistake is { } mistake)
        {
            var sureness = score.Confidence.ToString("0.00", CultureInfo.InvariantCulture);
            var reason = $"{mistake} {(score.CarriedForward ? "carried" : "own")} {sureness}";
            return new ItemLikeness(reason, string.Join(' ', matrix?.Entries.Select(e => e.State) ?? []), null);
        }
        var entries = matrix!.Entries.Select(e => string.Concat(e.Text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.'));
        return new ItemLikeness(score.Rationale.English, $"{matrix.Rows}x{matrix.Columns} {string.Join(' ', entries)}", null);
    }
}
