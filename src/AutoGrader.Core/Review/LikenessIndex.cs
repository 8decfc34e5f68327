namespace AutoGrader.Core.Review;

/// <summary>
/// Finds which of many texts can be like a given one, without comparing them all (prefix filtering: Bayardo, Ma and Srikant, "Scaling up
/// all pairs similarity search", 2007). Leaves out none that is like it; what it finds is still to be compared.
/// </summary>
internal sealed class LikenessIndex
{
    // Below the square of the least cosine by more than rounding can make up for.
    private const double MostLeftOut = (AnswerWords.LeastLikeness * AnswerWords.LeastLikeness) - 0.01;

    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <summary>Adds a text under a number; numbers must rise.</summary>
    public void Add(int number, AnswerWords words)
    {
        foreach (var word in words.Weights.Keys)
        {
            if (!_places.TryGetValue(word, out var numbers))
                _places.Add(word, numbers = []);
            numbers.Add(number);
        }
    }

    /// <summary>
    /// The numbers of texts that may be like this one, rising. Weights are of length 1, so that by Cauchy and Schwarz a text that shares
    /// no more than a rest of squared length r has a cosine of at most √r: the rarest words, without which too little is left, are
    /// enough to look for.
    /// </summary>
    public IReadOnlyCollection<int> Candidates(AnswerWords words)
    {
        var found = new SortedSet<int>();
        var left = 1.0;
        foreach (var (numbers, weight) in words.Weights
            .Select(w => (Numbers: _places.GetValueOrDefault(w.Key), w.Value)).OrderBy(w => w.Numbers?.Count ?? 0))
        {
            if (left < MostLeftOut)
                break;
            left -= weight * weight;
            if (numbers is not null)
                found.UnionWith(numbers);
        }
        return found;
    }
}
