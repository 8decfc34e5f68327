namespace AutoGrader.Core.Reading.Locating;

/// <summary>A place in a report.</summary>
/// <param name="Block">The index of the block.</param>
/// <param name="Offset">The offset in the text of the block.</param>
internal readonly record struct ReportPosition(int Block, int Offset) : IComparable<ReportPosition>
{
    public int CompareTo(ReportPosition other) => Block != other.Block ? Block.CompareTo(other.Block) : Offset.CompareTo(other.Offset);
}
