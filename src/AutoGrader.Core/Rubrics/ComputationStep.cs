namespace AutoGrader.Core.Rubrics;

/// <summary>A step of a <see cref="Computation"/>.</summary>
/// <param name="Name">The name other formulas use, such as <c>scaled</c>.</param>
/// <param name="Formula">The formula, such as <c>scores / sqrt(columns(K))</c>.</param>
/// <param name="Title">What people call the step.</param>
/// <param name="Written">
/// Left-hand sides under which students write it, such as <c>QK^T</c> or <c>S</c>, in the reader's linear form.
/// </param>
public sealed record ComputationStep(string Name, string Formula, LocalizedText Title, IReadOnlyList<string> Written);
