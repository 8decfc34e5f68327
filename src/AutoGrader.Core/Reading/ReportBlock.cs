namespace AutoGrader.Core.Reading;

/// <summary>A piece of a report that belongs together: a paragraph, a heading, a displayed formula, a code cell.</summary>
public sealed record ReportBlock
{
    /// <summary>What it looks like.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>
    /// The text in reading order. Running text is joined by blanks with hyphenation undone; code, output and tables keep their line ends
    /// (table cells are separated by tabs). Mathematics is linear: <c>h_t</c>, <c>QK^T</c>, <c>N_{KV}</c>, <c>(a)/(b)</c>,
    /// <c>sqrt(d_k)</c>, <c>ℝ^{n×d}</c>; a matrix is <c>[[1, 2], [3, 4]]</c>.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The printed lines, in the order of the text; at least one.</summary>
    public required IReadOnlyList<ReportLine> Lines { get; init; }

    /// <summary>The matrices within, in the order of the text.</summary>
    public IReadOnlyList<MatrixReading> Matrices { get; init; } = [];

    /// <summary>The prevailing size of the letters in points.</summary>
    public double FontSize { get; init; }

    /// <summary>How many characters at the beginning are bold: a run-in label such as <c>1.2</c>, or the whole of a heading.</summary>
    public int BoldPrefixLength { get; init; }
}
