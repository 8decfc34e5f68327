namespace AutoGrader.Core.Reading;

/// <summary>The kinds of <see cref="ReadingRemark"/>.</summary>
public enum ReadingRemarkKind
{
    /// <summary>A page could not be read; without a page number, parts of the file that any page may rest on.</summary>
    BrokenPage,

    /// <summary>A page is an image without text.</summary>
    ImageOnlyPage,

    /// <summary>Formulas are drawn as outlines: they can be seen but not read.</summary>
    OutlineFormulas,

    /// <summary>Letters without a usable encoding were met.</summary>
    UnknownLetters,

    /// <summary>Text that does not show on the page was left out.</summary>
    HiddenText,

    /// <summary>Text in a comment, a form field or another annotation of a page. It was not read as part of the report.</summary>
    Annotation,

    /// <summary>A file attached to the report. It was not opened.</summary>
    Attachment,

    /// <summary>An image stands among the text, large enough to hold a part of an answer. What it shows was not read.</summary>
    Picture,

    /// <summary>A limit (pages, letters) was reached; the rest was not read.</summary>
    LimitReached,

    /// <summary>A page is an image whose text was recognised, and may be wrong anywhere. A help for the person who reads it.</summary>
    RecognisedText,
}
