namespace AutoGrader.Core.Reading;

/// <summary>What a block of a report is, judged by its looks alone.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A line that looks like a heading: larger, bolder or numbered and alone.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>A displayed formula, with or without matrices.</summary>
    Formula,

    /// <summary>Source code.</summary>
    Code,

    /// <summary>Printed output of code.</summary>
    Output,

    /// <summary>A table of text or numbers.</summary>
    Table,
}
