namespace AutoGrader.Core.Reading;

/// <summary>Whether a question was answered.</summary>
public enum AnswerState
{
    /// <summary>An answer was found.</summary>
    Found,

    /// <summary>The report is readable and holds no answer to this question, or says that there is none.</summary>
    Missing,

    /// <summary>The question's place was found but what stands there cannot be read (an image, formulas drawn as outlines).</summary>
    Unreadable,
}
