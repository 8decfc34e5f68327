namespace AutoGrader.Core.Grading.Shapes;

/// <summary>A shape as written somewhere in a text, such as <c>n×d</c>, before it is known whose it is.</summary>
/// <param name="Rows">The symbol or number of rows.</param>
/// <param name="Columns">The symbol or number of columns.</param>
/// <param name="First">Index of its first token, set sign and brackets included.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="HasField">Whether it stands behind ∈ ℝ^: then it belongs to the whole expression before.</param>
/// <param name="IsTuple">Whether it is only a pair in brackets: a shape only directly behind a matrix.</param>
/// <param name="Lead">What stands before both, such as the batch and the heads in <c>B×h×n×d</c>; empty for a plain matrix.</param>
internal sealed record ShapeLiteral(string Rows, string Columns, int First, int Last, bool HasField, bool IsTuple = false,
    string Lead = "");
