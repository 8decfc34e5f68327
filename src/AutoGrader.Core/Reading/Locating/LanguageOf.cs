namespace AutoGrader.Core.Reading.Locating;

/// <summary>Tells English from German by the commonest words.</summary>
internal static class LanguageOf
{
    private static readonly HashSet<string> English = new(
        ["the", "of", "and", "is", "to", "in", "that", "it", "for", "with", "as", "are", "be", "this", "not", "by", "from", "which", "can",
            "has", "have"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> German = new(
        ["der", "die", "das", "und", "ist", "nicht", "ein", "eine", "zu", "den", "von", "mit", "sich", "auf", "fur", "dem", "es",
            "werden", "wird", "kann", "man"],
        StringComparer.Ordinal);

    public static Language Of(ReportWords words)
    {
        var balance = 0;
        for (var i = 0; i < words.Count; i++)
            balance += English.Contains(words[i].Text) ? 1 : German.Contains(words[i].Text) ? -1 : 0;
        return balance < 0 ? Language.German : Language.English;
    }
}
