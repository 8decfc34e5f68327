using AutoGrader.Core;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>
/// The form of one part of a rubric: the sheet, a question or a criterion. It is made of the text, and what is typed into it becomes a
/// change of the text, which stays the one document.
/// </summary>
/// <param name="At">The path of the part; empty for the sheet.</param>
/// <param name="Groups">The fields, in groups.</param>
internal sealed record DraftForm(string At, IReadOnlyList<DraftFieldGroup> Groups)
{
    /// <summary>Whether the part is a criterion.</summary>
    public bool IsCriterion => IsCriterionPath(At);

    /// <summary>Whether the part is the sheet itself.</summary>
    public bool IsSheet => At.Length == 0;

    /// <summary>What can be added below the part.</summary>
    public IReadOnlyList<FormAdd> Adds => IsSheet ? [FormAdds.Question] : IsCriterion ? [] : FormAdds.Criteria;

    /// <summary>The form of a part; <c>null</c> where there is no such part.</summary>
    /// <param name="source">The rubric's text.</param>
    /// <param name="at">The path of the part; nothing for the sheet.</param>
    /// <param name="faults">What is wrong with the text.</param>
    public static DraftForm? Of(string source, string? at, IReadOnlyList<RubricError> faults)
    {
        at ??= "";
        var text = new RubricText(source);
        if (!text.IsMapping(at))
            return null;
        var parts = at.Length == 0 ? RubricForms.Sheet : IsCriterionPath(at) ? RubricForms.Criterion(text, at) : RubricForms.Question;
        var groups = new DraftFieldReader(text).Read(parts, at);
        return new DraftForm(at, FaultPlaces.Put(groups, text, at, faults));
    }

    private static bool IsCriterionPath(string at) => at.Contains("/criteria/", StringComparison.Ordinal);
}

/// <summary>Fields that belong together.</summary>
/// <param name="Path">What they describe: the part itself, a mapping below it or an item of a list.</param>
/// <param name="Kind">Which of these.</param>
/// <param name="Title">A heading; <c>null</c> for none.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Adds">What can be added, each at its path.</param>
internal sealed record DraftFieldGroup(
    string Path, DraftFieldGroupKind Kind, LocalizedText? Title, IReadOnlyList<DraftField> Fields,
    IReadOnlyList<(FormAdd Add, string Path)> Adds)
{
    /// <summary>What is wrong with the whole rather than with one field.</summary>
    public IReadOnlyList<RubricError> Faults { get; init; } = [];

    /// <summary>Whether there is nothing in it yet.</summary>
    public bool IsEmpty => Fields.All(f => f.Value.Length == 0) && Faults.Count == 0;
}

/// <summary>What a group of fields describes.</summary>
internal enum DraftFieldGroupKind
{
    /// <summary>The part itself.</summary>
    Part,

    /// <summary>Some keys of it under a heading.</summary>
    Heading,

    /// <summary>A mapping below it, which can be removed.</summary>
    Section,

    /// <summary>An item of a list, which can be removed or moved.</summary>
    Item,

    /// <summary>What can be added to a list.</summary>
    Adds,
}
