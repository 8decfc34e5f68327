namespace AutoGrader.Numerics;

/// <summary>An entry in which two matrices differ.</summary>
/// <param name="Row">Row from 0.</param>
/// <param name="Column">Column from 0.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="Actual">What stands there.</param>
public readonly record struct EntryDifference(int Row, int Column, double Expected, double Actual);
