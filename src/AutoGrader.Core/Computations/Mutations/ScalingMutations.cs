using System.Globalization;
using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>Slips with the number by which a matrix is scaled.</summary>
internal static class ScalingMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("scaling_forgotten", Forget),
        new("root_forgotten", ForgetRoot),
        new("other_dimension", TakeOtherDimension),
        new("divided_by_two", DivideByTwo),
        new("integer_division", DivideWholeNumbers),
    ];

    private static IEnumerable<ChangedNode> Forget(Expression node, MutationScope scope)
    {
        if (node is not BinaryExpression { Left: var left, Right: var right } binary)
            yield break;
        var (english, german) = binary.Operator == BinaryOperator.Divide ? ("division by", "Division durch") : ("factor", "Faktor");
        var article = binary.Operator == BinaryOperator.Divide ? "Die" : "Der";
        if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Multiply && scope.IsMatrix(left) && scope.IsNumber(right))
            yield return new(
                left,
                $"The {english} {ExpressionText.ForPeople(right)} is missing.",
                $"{article} {german} {ExpressionText.ForPeople(right)} fehlt.");
        if (binary.Operator == BinaryOperator.Multiply && scope.IsNumber(left) && scope.IsMatrix(right))
            yield return new(
                right,
                $"The factor {ExpressionText.ForPeople(left)} is missing.",
                $"Der Faktor {ExpressionText.ForPeople(left)} fehlt.");
    }

    private static IEnumerable<ChangedNode> ForgetRoot(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Divide, Right: CallExpression { Function: "sqrt" } divisor } division)
        {
            var radicand = divisor.Arguments[0];
            yield return new(
                division with { Right = radicand },
                $"Divided by {scope.Describe(radicand)} instead of its square root.",
                $"Durch {scope.Describe(radicand)} geteilt statt durch die Wurzel daraus.");
        }

        if (node is CallExpression { Function: "sqrt" } root && scope.IsNumber(root))
            yield return new(
                root.Arguments[0],
                $"{scope.Describe(root.Arguments[0])} was taken instead of its square root.",
                $"{scope.Describe(root.Arguments[0])} wurde statt der Wurzel daraus genommen.");
    }

    private static IEnumerable<ChangedNode> TakeOtherDimension(Expression node, MutationScope scope)
    {
        if (!ExpressionTree.IsSize(node) || scope.QuantityOf(node)?.Constant is not { } size)
            yield break;
        foreach (var other in scope.Sizes().Where(other => other.Key != size))
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{other.Key} ({string.Join(", ", other)})");
            yield return new(
                Nodes.Number(node, other.Key),
                $"{number} was taken instead of {scope.Describe(node)}.",
                $"{number} wurde statt {scope.Describe(node)} genommen.");
        }
    }

    private static IEnumerable<ChangedNode> DivideByTwo(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Divide } division && scope.IsMatrix(division.Left))
            yield return new(
                division with { Right = Nodes.Number(division.Right, 2) },
                $"Divided by 2 instead of {scope.Describe(division.Right)}.",
                $"Durch 2 statt durch {scope.Describe(division.Right)} geteilt.");
    }

    private static IEnumerable<ChangedNode> DivideWholeNumbers(Expression node, MutationScope scope)
    {
        if (node is not BinaryExpression { Operator: BinaryOperator.Divide or BinaryOperator.DivideEntries } division
            || !scope.IsMatrix(node))
            yield break;
        var text = new LocalizedText(
            $"The results of dividing by {ExpressionText.ForPeople(division.Right)} were cut to whole numbers.",
            $"Die Ergebnisse der Division durch {ExpressionText.ForPeople(division.Right)} wurden auf ganze Zahlen gekürzt.");
        yield return new(Nodes.Call("floor", node), text);
        yield return new(Nodes.Call("trunc", node), text);
    }
}
