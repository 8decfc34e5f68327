using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>
/// Writes <c>attention(Q, K, V)</c> as the formula it stands for, softmax(QK^T/√d_k)·V (Vaswani et al. 2017, equation 1), so that the slips
/// of its parts apply. Calls with other options than the softmax stay as they are.
/// </summary>
internal static class AttentionExpansion
{
    public static Expression Of(Expression expression)
    {
        var operands = expression.Operands.ToList();
        var expanded = operands.Select(Of).ToList();
        var node = expanded.SequenceEqual(operands, ReferenceEqualityComparer.Instance) ? expression : expression.WithOperands(expanded);
        return node is CallExpression { Function: "attention", Named.Count: 0, Arguments: [var queries, var keys, var values] } call
            && call.Options.All(option => option.Name == "softmax")
                ? Written(call, queries, keys, values)
                : node;
    }

    private static BinaryExpression Written(CallExpression call, Expression queries, Expression keys, Expression values)
    {
        var column = call.Column;
        var scores = new BinaryExpression(column, BinaryOperator.Multiply, queries, Nodes.Transpose(keys));
        var root = Nodes.Call("sqrt", Nodes.Call("columns", keys));
        Expression weights = new BinaryExpression(column, BinaryOperator.Divide, scores, root);
        if (call.Option("softmax") != "off")
            weights = Nodes.Softmax(weights, overColumns: false);
        return new BinaryExpression(column, BinaryOperator.Multiply, weights, values);
    }
}
