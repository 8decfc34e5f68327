namespace AutoGrader.Core;

/// <summary>A language in which students are addressed.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    English,

    /// <summary>German.</summary>
    German,
}
