namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A table. Its header row is repeated on every page it reaches.</summary>
public sealed record TableBlock : FeedbackBlock
{
    /// <summary>The columns, at least one.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The rows; each has as many cells as there are columns.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Weight">Its share of the width beside the other columns, above 0.</param>
/// <param name="IsNumber">Whether it holds numbers, which are set flush right.</param>
/// <param name="Style">How its cells are set off.</param>
public sealed record TableColumn(string Header, double Weight, bool IsNumber = false, TextStyle Style = TextStyle.Plain);
