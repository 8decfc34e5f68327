namespace AutoGrader.Core.Reading.Locating;

/// <summary>One way to read a label.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Target">The index of the group or question; for local labels the number.</param>
/// <param name="Style">For local labels the way they are written; labels of one report look alike, numbers of lists look different.</param>
/// <param name="Outline">Whether it is read as a number of the report's own outline (<c>1.3.4</c> for 3.4 below section 1).</param>
/// <param name="Score">How much it looks like a label, seen by itself; more is better, 0 is indifferent.</param>
internal sealed record LabelReading(LabelKind Kind, int Target, string Style, bool Outline, double Score);
