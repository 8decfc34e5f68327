namespace AutoGrader.Core.Grading;

/// <summary>A person's decision in place of the machine's. Both stay on record.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="MachinePoints">What the machine had suggested.</param>
public sealed record Override(string By, string Reason, Points MachinePoints)
{
    /// <summary>How sure the machine was; <c>null</c> in old records.</summary>
    public double? MachineConfidence { get; init; }

    /// <summary>Whether the machine had asked for a person; <c>null</c> in old records.</summary>
    public bool? WasAsked { get; init; }
}
