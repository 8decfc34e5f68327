using AutoGrader.Numerics;

namespace AutoGrader.Core.Formulas;

/// <summary>Changes formulas node by node.</summary>
internal static class ExpressionTree
{
    /// <summary>
    /// Every tree with one node changed, the root first. What is asked only for its size, as K in <c>columns(K)</c>, is left alone.
    /// </summary>
    /// <typeparam name="T">What is known of a change.</typeparam>
    /// <param name="root">The tree.</param>
    /// <param name="change">The nodes that may stand in place of a node.</param>
    public static IEnumerable<(Expression Tree, T Change)> Variants<T>(
        Expression root, Func<Expression, IEnumerable<(Expression Node, T Change)>> change)
    {
        foreach (var (node, made) in change(root))
            yield return (node, made);
        if (IsSize(root))
            yield break;
        var operands = root.Operands.ToList();
        for (var i = 0; i < operands.Count; i++)
        {
            foreach (var (operand, made) in Variants(operands[i], change))
                yield return (root.WithOperands([.. operands[..i], operand, .. operands[(i + 1)..]]), made);
        }
    }

    /// <summary>The same with every part computed that follows from numbers and shapes alone, as √d_k does.</summary>
    /// <param name="root">A checked tree.</param>
    /// <param name="names">The shapes of its names.</param>
    public static Expression Fold(Expression root, IReadOnlyDictionary<string, Shape> names)
    {
        var constants = new Dictionary<Expression, double>(ReferenceEqualityComparer.Instance);
        _ = new FormulaChecker(constants: constants).Check(root, names);
        return Fold(root, constants);
    }

    private static Expression Fold(Expression node, Dictionary<Expression, double> constants) =>
        constants.TryGetValue(node, out var constant) && double.IsFinite(constant)
            ? new NumberExpression(node.Column, constant)
            : node.WithOperands([.. node.Operands.Select(operand => Fold(operand, constants))]);

    /// <summary>Whether an expression is the number of rows or columns of something.</summary>
    public static bool IsSize(Expression expression) => expression is CallExpression { Function: "rows" or "columns" };
}
