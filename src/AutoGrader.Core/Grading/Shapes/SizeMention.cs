namespace AutoGrader.Core.Grading.Shapes;

/// <summary>A place where a student names a size: by a letter, by rows or columns, or by what is counted.</summary>
/// <param name="Size">The rubric's symbol of the size that is most likely meant.</param>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record SizeMention(string Size, int Start, int End)
{
    /// <summary>
    /// What may be meant instead ("length of the queries": how long each is, or how many there are); <c>null</c> for nothing.
    /// </summary>
    public string? Otherwise { get; init; }
}
