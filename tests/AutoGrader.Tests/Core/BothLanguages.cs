using System.Text.RegularExpressions;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core;

/// <summary>Holds a text against itself in the other language: nothing is left untranslated, and both name the same things.</summary>
internal static partial class BothLanguages
{
    /// <summary>Asserts that a fault is said in both languages.</summary>
    public static void Agree(RubricError error) => Agree(error.Message, error.Remedy);

    /// <summary>Asserts that a fault is said in both languages, with the same numbers, and the same things between quotes.</summary>
    public static void Agree(LocalizedText message, LocalizedText remedy)
    {
        Agree(message);
        Agree(remedy);
        Assert.All(Quoted().Matches(message.English), m => Assert.Contains(m.Groups[1].Value, message.German, StringComparison.Ordinal));
    }

    private static void Agree(LocalizedText text)
    {
        Assert.NotEqual(text.English, text.German);
        Assert.Equal(NumbersIn(text.English), NumbersIn(text.German));
        if (!text.German.Contains("meldet auf Englisch", StringComparison.Ordinal))
            Assert.DoesNotMatch(EnglishWords(), GermanQuotes().Replace(text.German, ""));
    }

    private static IEnumerable<string> NumbersIn(string text) => Numbers().Matches(text).Select(m => m.Value.Replace(',', '.')).Order();

    [GeneratedRegex("[0-9]+([.,][0-9]+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<!\\w)'([^']+)'(?!\\w)")]
    private static partial Regex Quoted();

    [GeneratedRegex("„[^“]*“")]
    private static partial Regex GermanQuotes();

    [GeneratedRegex("\\b(the|is|are|with|and|of|must|needs|question|earns)\\b")]
    private static partial Regex EnglishWords();
}
