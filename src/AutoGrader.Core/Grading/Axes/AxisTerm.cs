namespace AutoGrader.Core.Grading.Axes;

/// <summary>What a word or letter names.</summary>
internal enum AxisTerm
{
    /// <summary>Something of another matrix, or a size that is neither.</summary>
    Other,

    /// <summary>What has a row of its own, such as a query.</summary>
    Row,

    /// <summary>What has a column of its own, such as a key.</summary>
    Column,

    /// <summary>The word "row".</summary>
    RowWord,

    /// <summary>The word "column".</summary>
    ColumnWord,
}
