namespace AutoGrader.Documents.Intake;

/// <summary>Neighbouring words joined: a name may consist of several.</summary>
internal static class NameWindows
{
    private const int LongestName = 6;

    /// <summary>All runs of one to six neighbouring words, joined without space.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var joined = "";
            for (var end = start; end < Math.Min(words.Count, start + LongestName); end++)
                yield return joined += words[end];
        }
    }
}
