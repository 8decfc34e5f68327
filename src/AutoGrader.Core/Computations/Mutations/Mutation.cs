using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>A slip that people make with any formula.</summary>
/// <param name="Name">The name under which rubrics give points for it.</param>
/// <param name="Change">What it puts in place of one node of a formula, as often as it applies there.</param>
internal sealed record Mutation(string Name, Func<Expression, MutationScope, IEnumerable<ChangedNode>> Change);

/// <summary>A node that stands in place of another.</summary>
/// <param name="Node">The node.</param>
/// <param name="Text">A sentence for the student about what was done, with the formula's own names.</param>
internal readonly record struct ChangedNode(Expression Node, LocalizedText Text)
{
    public ChangedNode(Expression node, string english, string german)
        : this(node, new LocalizedText(english, german))
    {
    }
}

/// <summary>A formula with one slip.</summary>
/// <param name="Name">The slip's name.</param>
/// <param name="Root">The formula.</param>
/// <param name="Text">A sentence for the student.</param>
internal sealed record Mutant(string Name, Expression Root, LocalizedText Text);
