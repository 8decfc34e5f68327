namespace AutoGrader.Core.Reading.Locating;

/// <summary>A candidate that was chosen as a label.</summary>
/// <param name="Candidate">The index of the candidate.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Question">The question that begins here, or -1 at the heading of a group and at the end.</param>
/// <param name="Group">The group it lies in, or -1.</param>
internal sealed record ChosenLabel(int Candidate, LabelKind Kind, int Question, int Group);
