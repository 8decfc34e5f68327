namespace AutoGrader.Core.Grading.Notation;

/// <summary>The kinds of <see cref="NotationToken"/>.</summary>
internal enum NotationKind
{
    /// <summary>A symbol or a word: which of both only the context tells.</summary>
    Name,

    /// <summary>A whole or decimal number.</summary>
    Number,

    /// <summary>An operator, bracket, comma or other sign.</summary>
    Sign,

    /// <summary>The end of a sentence, or of a line where lines stand for themselves.</summary>
    Stop,
}
