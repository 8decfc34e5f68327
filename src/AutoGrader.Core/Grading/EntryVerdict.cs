using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading;

/// <summary>One entry of a student's matrix beside what was expected.</summary>
/// <param name="Text">The entry as the student wrote it.</param>
/// <param name="Expected">
/// What it had to be: by the reference, or by the student's own earlier result where that was carried forward.
/// </param>
/// <param name="State">The judgement.</param>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">Where it stands.</param>
public sealed record EntryVerdict(string Text, double Expected, EntryState State, int Page, Box Box)
{
    /// <summary>What the reference has there.</summary>
    public double Reference { get; init; }

    /// <summary>What follows there from the student's own earlier results; the reference's where these are right.</summary>
    public double Carried { get; init; }
}
