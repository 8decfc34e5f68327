using System.Text;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Learning;

namespace AutoGrader.Core.Review;

/// <summary>
/// The words of an answer, to be compared with those of other answers. Immutable; read it once for each answer, which takes the time, and
/// compare it often.
/// </summary>
public sealed class AnswerWords
{
    /// <summary>
    /// The least cosine of two answers that one decision may serve. Strict: reworded answers stay apart, copies with changed spelling do
    /// not.
    /// </summary>
    public const double LeastLikeness = 0.9;

    private static readonly TermReader Terms = new([]);

    private readonly Dictionary<string, double> _weights;
    private readonly string _exact;

    private AnswerWords(string statement, Dictionary<string, double> weights, string exact) =>
        (Statement, _weights, _exact) = (statement, weights, exact);

    /// <summary>The answer's <see cref="StatementOf"/>: two answers with the same one say the same.</summary>
    public string Statement { get; }

    /// <summary>How often each stemmed word occurs, as a vector of length 1; empty for an answer without words.</summary>
    internal IReadOnlyDictionary<string, double> Weights => _weights;

    /// <summary>Reads an answer.</summary>
    public static AnswerWords Of(string text)
    {
        var sentences = SentenceSplitter.Split(text, linesEnd: true).Select(place => new Sentence
        {
            Block = 0,
            Start = place.Start,
            Length = place.Length,
            Text = text.Substring(place.Start, place.Length),
            Tokens = Tokenizer.Read(text, place.Start, place.Length),
        }).ToList();
        var words = Terms.Read(sentences).Words;
        var length = Math.Sqrt(words.OrderBy(w => w.Key, StringComparer.Ordinal).Sum(w => w.Value * w.Value));
        return new AnswerWords(
            StatementOf(text),
            words.ToDictionary(w => w.Key, w => w.Value / length, StringComparer.Ordinal),
            ExactPartOf(sentences));
    }

    /// <summary>
    /// Whether two answers are so nearly the same that one decision may serve both. A number, a sign or a negation more or less makes them
    /// different, however many other words they share.
    /// </summary>
    public bool IsLike(AnswerWords other) =>
        Statement == other.Statement || (_exact == other._exact && Cosine(other) >= LeastLikeness);

    /// <summary>The cosine of the stemmed words of two answers, 0 to 1.</summary>
    public double Cosine(AnswerWords other)
    {
        var (few, many) = _weights.Count <= other._weights.Count ? (_weights, other._weights) : (other._weights, _weights);
        // Rounded, because a sum depends on the order of its terms, and that of a dictionary is nobody's promise.
        return Math.Round(few.Sum(w => w.Value * many.GetValueOrDefault(w.Key)), 9);
    }

    /// <summary>The text without blanks and with one form for each sign.</summary>
    public static string StatementOf(string text)
    {
        var wellFormed = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;
        return string.Concat(wellFormed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }

    private static string ExactPartOf(List<Sentence> sentences)
    {
        var tokens = sentences.SelectMany(s => s.Tokens).ToList();
        var signs = tokens.Where(t => t.Kind is TokenKind.Number or TokenKind.Symbol).Select(t => t.Form).Order(StringComparer.Ordinal);
        var denials = sentences.Sum(s => Negation.DenialsIn(s.Tokens).Count);
        return $"{denials} {string.Join(' ', signs)}";
    }
}
