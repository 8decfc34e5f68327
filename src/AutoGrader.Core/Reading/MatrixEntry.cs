namespace AutoGrader.Core.Reading;

/// <summary>One entry of a matrix as read.</summary>
/// <param name="Value">
/// The number it denotes (<c>0,5</c>, <c>1/2</c> and <c>0.5</c> are 0.5), or <c>null</c> where it is not a number.
/// </param>
/// <param name="Text">The entry as the student wrote it.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Confidence">How sure the reading is, 0 to 1.</param>
public sealed record MatrixEntry(double? Value, string Text, Box Box, double Confidence)
{
    /// <summary>The page it stands on, from 1, where a page's end cuts the matrix; <c>null</c> where that is the matrix's page.</summary>
    public int? OtherPage { get; init; }
}
