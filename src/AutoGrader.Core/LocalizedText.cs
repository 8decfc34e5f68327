namespace AutoGrader.Core;

/// <summary>A text for people in every language we address them in. Both are always there; neither is empty.</summary>
/// <param name="English">The English text.</param>
/// <param name="German">The German text.</param>
public sealed record LocalizedText(string English, string German)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.German ? German : English;

    /// <summary>This text and another behind it, a blank between them.</summary>
    public LocalizedText Then(LocalizedText next) => new($"{English} {next.English}", $"{German} {next.German}");
}
