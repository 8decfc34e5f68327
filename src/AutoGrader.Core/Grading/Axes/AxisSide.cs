namespace AutoGrader.Core.Grading.Axes;

/// <summary>What a sum runs over.</summary>
internal enum AxisSide
{
    /// <summary>Neither rows nor columns: all entries, a feature dimension, another matrix.</summary>
    Neither,

    /// <summary>Over the rows: the entries of one column are summed.</summary>
    OverRows,

    /// <summary>Over the columns: the entries of one row are summed.</summary>
    OverColumns,
}
