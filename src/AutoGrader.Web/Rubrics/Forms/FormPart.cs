using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>
/// A key of a mapping in a rubric and how a form shows it. All forms are made of such descriptions (<see cref="RubricForms"/>).
/// </summary>
/// <param name="Key">The key; empty for a heading that groups keys of the same mapping.</param>
/// <param name="Label">What it is.</param>
internal abstract record FormPart(string Key, LocalizedText Label);

/// <summary>A single value.</summary>
internal sealed record ValuePart(string Key, LocalizedText Label, DraftFieldKind Kind = DraftFieldKind.Line) : FormPart(Key, Label)
{
    /// <summary>The only values there are, each with what it means; none where anything may be written.</summary>
    public IReadOnlyList<(string Value, LocalizedText Label)> Choices { get; init; } = [];

    /// <summary>Values that are likely, of a text and the mapping's path.</summary>
    public Func<RubricText, string, IEnumerable<string>>? Suggest { get; init; }

    /// <summary>How it is typed, where that is not plain.</summary>
    public LocalizedText? Hint { get; init; }
}

/// <summary>A text in both languages.</summary>
internal sealed record BothPart(string Key, LocalizedText Label, DraftFieldKind Kind = DraftFieldKind.Line) : FormPart(Key, Label);

/// <summary>A mapping whose keys are names that the rubric chooses.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">What it is.</param>
/// <param name="Name">What its keys are.</param>
/// <param name="Value">One value.</param>
/// <param name="Add">Adds an entry.</param>
internal sealed record EntriesPart(string Key, LocalizedText Label, LocalizedText Name, ValuePart Value, FormAdd Add) : FormPart(Key, Label)
{
    /// <summary>Names that are likely, of a text and the path of the mapping that has the key.</summary>
    public Func<RubricText, string, IEnumerable<string>>? Suggest { get; init; }
}

/// <summary>A list of mappings.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">What one item is.</param>
/// <param name="Parts">The keys of an item, of a text and the item's path.</param>
/// <param name="Adds">What can be added.</param>
internal sealed record ItemsPart(
    string Key, LocalizedText Label, Func<RubricText, string, IReadOnlyList<FormPart>> Parts, params IReadOnlyList<FormAdd> Adds)
    : FormPart(Key, Label);

/// <summary>A mapping with keys of its own, or a heading.</summary>
/// <param name="Key">The key; empty for a heading.</param>
/// <param name="Label">What it is.</param>
/// <param name="Parts">The keys, of a text and the mapping's path.</param>
/// <param name="Begin">Adds the mapping where it cannot begin with one value; <c>null</c> where it can.</param>
internal sealed record SectionPart(
    string Key, LocalizedText Label, Func<RubricText, string, IReadOnlyList<FormPart>> Parts, FormAdd? Begin = null) : FormPart(Key, Label);

/// <summary>A value that is either one number or a mapping of several.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">What it is.</param>
/// <param name="Parts">The keys as they are, of a text and the path of the mapping that has the key.</param>
/// <param name="Split">Makes the mapping of the number.</param>
internal sealed record TolerancePart(
    string Key, LocalizedText Label, Func<RubricText, string, IReadOnlyList<FormPart>> Parts, FormAdd Split) : FormPart(Key, Label);

/// <summary>Something a button adds to a rubric's text.</summary>
/// <param name="Name">The name by which the button asks for it.</param>
/// <param name="Label">The button.</param>
/// <param name="Apply">The text afterwards, of the text and the path that it is added at, or <c>null</c> where it cannot be.</param>
internal sealed record FormAdd(string Name, LocalizedText Label, Func<string, string, string?> Apply);
