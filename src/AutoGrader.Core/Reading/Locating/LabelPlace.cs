namespace AutoGrader.Core.Reading.Locating;

/// <summary>Where a possible label stands.</summary>
internal enum LabelPlace
{
    /// <summary>At the beginning of a block.</summary>
    BlockStart,

    /// <summary>At the beginning of a line, behind a finished sentence.</summary>
    LineStart,

    /// <summary>At the beginning of a line, in a sentence that is not finished.</summary>
    LineStartInSentence,

    /// <summary>In a line, behind a finished sentence.</summary>
    AfterSentence,

    /// <summary>In a line, in a sentence that is not finished.</summary>
    InSentence,

    /// <summary>Behind a word such as "see", "Eq." or "=": hardly ever a label.</summary>
    AfterReference,
}
