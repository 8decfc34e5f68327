using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>Slips with the softmax: inserted, over the wrong axis, left out.</summary>
internal static class SoftmaxMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("softmax_inserted", Insert),
        new("softmax_axis", TurnAxis),
        new("softmax_omitted", Omit),
    ];

    private static IEnumerable<ChangedNode> Insert(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Multiply } product
            && scope.IsMatrix(product.Left) && scope.IsMatrix(product.Right))
        {
            foreach (var soft in Softened(product.Left, scope))
                yield return soft with { Node = product with { Left = soft.Node } };
            foreach (var soft in Softened(product.Right, scope))
                yield return soft with { Node = product with { Right = soft.Node } };
        }

        if (scope.IsLastRoot(node) && scope.IsMatrix(node))
        {
            foreach (var soft in Softened(node, scope))
                yield return soft;
        }
    }

    private static IEnumerable<ChangedNode> Softened(Expression node, MutationScope scope)
    {
        if (scope.IsGiven(node) || node is CallExpression { Function: "softmax" })
            yield break;
        var text = ExpressionText.ForPeople(node);
        yield return new(
            Nodes.Softmax(node, overColumns: false),
            $"A softmax was applied to {text}, although none is asked for here.",
            $"Auf {text} wurde eine Softmax angewendet, obwohl hier keine verlangt ist.");
        yield return new(
            Nodes.Softmax(node, overColumns: true),
            $"A softmax over the columns was applied to {text}, although none is asked for here.",
            $"Auf {text} wurde eine Softmax über die Spalten angewendet, obwohl hier keine verlangt ist.");
    }

    private static IEnumerable<ChangedNode> TurnAxis(Expression node, MutationScope scope)
    {
        if (node is not CallExpression { Function: "softmax" } call)
            yield break;
        var overColumns = call.Option("axis") is not ("columns" or "queries");
        yield return overColumns
            ? new(
                Nodes.Softmax(call.Arguments[0], overColumns),
                "The softmax was taken over the columns: every column sums to 1, but every row must.",
                "Die Softmax wurde über die Spalten gebildet: Jede Spalte summiert sich zu 1, verlangt ist es von jeder Zeile.")
            : new(
                Nodes.Softmax(call.Arguments[0], overColumns),
                "The softmax was taken over the rows: every row sums to 1, but every column must.",
                "Die Softmax wurde über die Zeilen gebildet: Jede Zeile summiert sich zu 1, verlangt ist es von jeder Spalte.");
    }

    private static IEnumerable<ChangedNode> Omit(Expression node, MutationScope scope)
    {
        if (node is CallExpression { Function: "softmax" } call)
            yield return new(call.Arguments[0], "The softmax is missing.", "Die Softmax fehlt.");
    }
}
