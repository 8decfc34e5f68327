namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// The terms of a set of graded answers as coordinates: tf-idf (1 + ln tf, ln((n + 1)/(df + ½))), each of the three ways brought to unit
/// length, so that a long view does not drown a short one. The product of two answers is then a mean of three cosines.
/// </summary>
internal sealed class TermSpace
{
    // Shares of words, characters and ideas, found by cross-validation (ADR 11); flat around these values.
    private static readonly double[] Shares = [0.4, 0.4, 0.2];

    private readonly Dictionary<string, (int Index, double Idf)>[] _views;

    /// <summary>Learns which terms there are and how telling each is.</summary>
    public TermSpace(IReadOnlyList<AnswerTerms> answers)
    {
        var next = 0;
        _views = [.. Enumerable.Range(0, Shares.Length).Select(view => Learn(answers, view, ref next))];
        Dimensions = next;
    }

    /// <summary>The number of coordinates.</summary>
    public int Dimensions { get; }

    /// <summary>The coordinates of an answer that are not zero, in ascending order; terms that were never seen are left out.</summary>
    public (int Index, double Value)[] Place(AnswerTerms answer)
    {
        var place = new List<(int Index, double Value)>();
        for (var view = 0; view < _views.Length; view++)
        {
            var known = new List<(int Index, double Value)>();
            foreach (var (term, count) in View(answer, view))
            {
                if (_views[view].TryGetValue(term, out var seen))
                    known.Add((seen.Index, (count > 1 ? 1 + Math.Log(count) : count) * seen.Idf));
            }

            // Sums depend on their order, and the order of a dictionary is nobody's promise.
            known.Sort((a, b) => a.Index.CompareTo(b.Index));
            var length = Math.Sqrt(known.Sum(k => k.Value * k.Value));
            if (length > 0)
                place.AddRange(known.Select(k => (k.Index, k.Value * Math.Sqrt(Shares[view]) / length)));
        }

        return [.. place];
    }

    private static Dictionary<string, (int Index, double Idf)> Learn(IReadOnlyList<AnswerTerms> answers, int view, ref int next)
    {
        var frequencies = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in answers.SelectMany(a => View(a, view).Keys))
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        var terms = new Dictionary<string, (int Index, double Idf)>(frequencies.Count, StringComparer.Ordinal);
        foreach (var (term, frequency) in frequencies)
            terms.Add(term, (next++, Math.Log((answers.Count + 1) / (frequency + 0.5))));
        return terms;
    }

    private static IReadOnlyDictionary<string, double> View(AnswerTerms answer, int view) => view switch
    {
        0 => answer.Words,
        1 => answer.Characters,
        _ => answer.Ideas,
    };
}
