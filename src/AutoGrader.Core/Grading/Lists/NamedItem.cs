using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Lists;

/// <summary>A place where a student names something that may count as an item.</summary>
/// <param name="Item">What it is: the rubric's symbol of a size, or the phrase that lists its names.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record NamedItem(string Item, Sentence Sentence, int Start, int End)
{
    /// <summary>What may be meant instead; <c>null</c> for nothing.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether it is said to be none ("the number of keys does not matter").</summary>
    public bool IsDenied { get; init; }
}
