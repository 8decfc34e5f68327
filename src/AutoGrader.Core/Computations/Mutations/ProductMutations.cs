using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>Slips with products: transposed, reshaped, in the wrong order, entry by entry, left out.</summary>
internal static class ProductMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("transpose_forgotten", ForgetTranspose),
        new("transpose_misplaced", TransposeTheOther),
        new("transposed", Transpose),
        new("reshaped", Reshape),
        new("operands_swapped", Swap),
        new("elementwise_product", MultiplyEntries),
        new("matrix_product", MultiplyMatrices),
        new("factor_forgotten", ForgetFactor),
    ];

    private static IEnumerable<ChangedNode> ForgetTranspose(Expression node, MutationScope scope)
    {
        if (node is CallExpression { Function: "transpose", Arguments: [var operand] })
            yield return new(operand, $"{People(operand)} was not transposed.", $"{People(operand)} wurde nicht transponiert.");
    }

    private static IEnumerable<ChangedNode> TransposeTheOther(Expression node, MutationScope scope)
    {
        if (node is not BinaryExpression { Operator: BinaryOperator.Multiply } product)
            yield break;
        if (product is { Left: var left, Right: CallExpression { Function: "transpose" } right })
            yield return Other(product with { Left = Nodes.Transpose(left), Right = right.Arguments[0] }, left, right.Arguments[0]);
        if (product is { Left: CallExpression { Function: "transpose" } first, Right: var second })
            yield return Other(product with { Left = first.Arguments[0], Right = Nodes.Transpose(second) }, second, first.Arguments[0]);
    }

    private static ChangedNode Other(Expression node, Expression transposed, Expression forgotten) => new(
        node,
        $"{People(transposed)} was transposed instead of {People(forgotten)}.",
        $"{People(transposed)} wurde statt {People(forgotten)} transponiert.");

    private static IEnumerable<ChangedNode> Transpose(Expression node, MutationScope scope)
    {
        if (node is NameExpression && scope.IsMatrix(node))
            yield return new(Nodes.Transpose(node), $"{People(node)} was transposed.", $"{People(node)} wurde transponiert.");
    }

    private static IEnumerable<ChangedNode> Reshape(Expression node, MutationScope scope)
    {
        if (node is not CallExpression { Function: "transpose" } call || scope.QuantityOf(call)?.Shape is not { } shape)
            yield break;
        var operand = call.Arguments[0];
        yield return new(
            Nodes.Call("reshape", operand, Nodes.Number(node, shape.Rows), Nodes.Number(node, shape.Columns)),
            $"{People(operand)} was reshaped to {shape} instead of transposed.",
            $"{People(operand)} wurde auf die Form {shape} gebracht, ohne zu transponieren.");
    }

    private static IEnumerable<ChangedNode> Swap(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Multiply or BinaryOperator.Subtract } binary
            && scope.IsMatrix(binary.Left) && scope.IsMatrix(binary.Right))
        {
            yield return Swapped(binary with { Left = binary.Right, Right = binary.Left }, binary.Left, binary.Right);
            if (binary.Right is CallExpression { Function: "transpose" } transposed)
            {
                var other = transposed.Arguments[0];
                yield return Swapped(binary with { Left = other, Right = Nodes.Transpose(binary.Left) }, binary.Left, other);
            }
        }

        if (node is not CallExpression call)
            yield break;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            for (var j = i + 1; j < call.Arguments.Count; j++)
            {
                var arguments = call.Arguments.ToArray();
                (arguments[i], arguments[j]) = (arguments[j], arguments[i]);
                yield return Swapped(call with { Arguments = arguments }, call.Arguments[i], call.Arguments[j]);
            }
        }
    }

    private static ChangedNode Swapped(Expression node, Expression first, Expression second) => new(
        node, $"{People(first)} and {People(second)} changed places.", $"{People(first)} und {People(second)} sind vertauscht.");

    private static IEnumerable<ChangedNode> MultiplyEntries(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Multiply } product
            && scope.IsMatrix(product.Left) && scope.IsMatrix(product.Right))
            yield return new(
                product with { Operator = BinaryOperator.MultiplyEntries },
                $"{People(product.Left)} and {People(product.Right)} were multiplied entry by entry instead of as matrices.",
                $"{People(product.Left)} und {People(product.Right)} wurden Eintrag für Eintrag statt als Matrizen multipliziert.");
    }

    private static IEnumerable<ChangedNode> MultiplyMatrices(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.MultiplyEntries } product)
            yield return new(
                product with { Operator = BinaryOperator.Multiply },
                $"{People(product.Left)} and {People(product.Right)} were multiplied as matrices instead of entry by entry.",
                $"{People(product.Left)} und {People(product.Right)} wurden als Matrizen statt Eintrag für Eintrag multipliziert.");
    }

    private static IEnumerable<ChangedNode> ForgetFactor(Expression node, MutationScope scope)
    {
        if (node is not BinaryExpression { Operator: BinaryOperator.Multiply or BinaryOperator.MultiplyEntries } product
            || !scope.IsMatrix(product.Left) || !scope.IsMatrix(product.Right))
            yield break;
        yield return Without(product.Left, product.Right);
        yield return Without(product.Right, product.Left);
    }

    private static ChangedNode Without(Expression node, Expression factor) => new(
        node, $"The product with {People(factor)} is missing.", $"Die Multiplikation mit {People(factor)} fehlt.");

    private static string People(Expression expression) => ExpressionText.ForPeople(expression);
}
