namespace AutoGrader.Core.Rubrics;

/// <summary>
/// The symbolic shape of a matrix, such as <c>N_Q × d_k</c>. Symbols that are equal within a question stand for the same number.
/// </summary>
/// <param name="Rows">The symbol of the number of rows.</param>
/// <param name="Columns">The symbol of the number of columns.</param>
public sealed record MatrixShape(string Rows, string Columns);
