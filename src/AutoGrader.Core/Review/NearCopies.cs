using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Review;

/// <summary>
/// Pairs of long texts in nearly the same words: the Jaccard coefficient of their word triples (w-shingling, Broder 1997). Candidates come
/// from an index of triples, so that texts with nothing in common are never compared.
/// </summary>
internal sealed class NearCopies
{
    private const int ShingleWords = 3;
    private const int FewestWords = 25;
    private const double LeastJaccard = 0.8;

    /// <summary>Finds the pairs among answers to a question; the question's own sentences do not count.</summary>
    public NearCopies(Question question, IReadOnlyList<string> texts)
    {
        var echo = new QuestionEcho(question);
        var shingles = texts.Select(t => ShinglesOf(t, echo)).ToList();
        var owners = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new List<(int, int)>();
        for (var second = 0; second < shingles.Count; second++)
        {
            var common = new Dictionary<int, int>();
            foreach (var shingle in shingles[second])
            {
                if (!owners.TryGetValue(shingle, out var known))
                    owners.Add(shingle, known = []);
                foreach (var first in known)
                    common[first] = common.GetValueOrDefault(first) + 1;
                known.Add(second);
            }
            pairs.AddRange(common.Where(c => IsCopy(c.Value, shingles[c.Key].Count, shingles[second].Count))
                .Select(c => (c.Key, second)).Order());
        }
        Pairs = pairs;
    }

    /// <summary>The indices of each pair.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs { get; }

    private static bool IsCopy(int common, int first, int second) => common >= LeastJaccard * (first + second - common);

    private static HashSet<string> ShinglesOf(string text, QuestionEcho echo)
    {
        var words = new List<string>();
        foreach (var (start, length) in SentenceSplitter.Split(text, linesEnd: true))
        {
            var sentence = new Sentence
            {
                Block = 0,
                Start = start,
                Length = length,
                Text = text.Substring(start, length),
                Tokens = Tokenizer.Read(text, start, length),
            };
            if (!echo.Holds(sentence))
                words.AddRange(sentence.Tokens.Where(FunctionWords.IsWord).Select(t => t.Form));
        }
        return words.Count < FewestWords ? [] :
            [.. Enumerable.Range(0, words.Count - ShingleWords + 1).Select(i => string.Join(' ', words.GetRange(i, ShingleWords)))];
    }
}
