namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Guesses which word was meant.</summary>
internal static class Spelling
{
    /// <summary>A remedy that names the word that was probably meant, or all that are possible.</summary>
    public static LocalizedText Suggest(string typed, IReadOnlyCollection<string> possible) => Closest(typed, possible) is { } meant
        ? new($"Did you mean '{meant}'?", $"Meinten Sie „{meant}“?")
        : new($"Possible here: {string.Join(", ", possible)}.", $"Hier möglich: {string.Join(", ", possible)}.");

    /// <summary>The word that was probably meant, or <c>null</c>.</summary>
    public static string? Closest(string typed, IReadOnlyCollection<string> possible) => possible
        .Select(word => (Word: word, Distance: Distance(typed.ToLowerInvariant(), word.ToLowerInvariant())))
        .Where(guess => guess.Distance <= guess.Word.Length / 2)
        .OrderBy(guess => guess.Distance)
        .ThenBy(guess => guess.Word, StringComparer.Ordinal)
        .FirstOrDefault().Word;

    // Levenshtein with two rows.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (i, letter) in left.Index())
        {
            var current = new int[right.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + (letter == right[j] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
