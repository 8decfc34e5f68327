namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>A matrix of a typed answer.</summary>
/// <param name="Rows">The entries as typed.</param>
/// <param name="Factor">A number in front, which belongs to this matrix or to the product it begins.</param>
internal sealed record TypedMatrix(double[][] Rows, double Factor);
