using AutoGrader.Core.Formulas;

namespace AutoGrader.Core.Computations.Mutations;

/// <summary>Slips with signs, sums and functions.</summary>
internal static class OtherMutations
{
    private static readonly string[] NotApplied = ["sqrt", "exp", "log", "tanh", "sigmoid", "relu", "abs", "floor", "trunc"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("sign_lost", LoseSign),
        new("term_forgotten", ForgetTerm),
        new("function_forgotten", ForgetFunction),
        new("option_changed", ChangeOption),
        new("sign_flipped", FlipSign),
    ];

    private static IEnumerable<ChangedNode> LoseSign(Expression node, MutationScope scope)
    {
        if (node is NegationExpression negation)
            yield return new(
                negation.Operand,
                $"The minus sign of -{People(negation.Operand)} was lost.",
                $"Das Minuszeichen von -{People(negation.Operand)} ging verloren.");
        if (node is BinaryExpression { Operator: BinaryOperator.Subtract } difference)
            yield return new(
                difference with { Operator = BinaryOperator.Add },
                $"{People(difference.Right)} was added instead of subtracted.",
                $"{People(difference.Right)} wurde addiert statt subtrahiert.");
        if (node is NameExpression name && scope.HasNegativeEntries(name))
            yield return new(
                Nodes.Call("abs", node), $"The minus signs in {name.Name} were lost.", $"Die Minuszeichen in {name.Name} gingen verloren.");
    }

    private static IEnumerable<ChangedNode> FlipSign(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Add } sum)
            yield return new(
                sum with { Operator = BinaryOperator.Subtract },
                $"{People(sum.Right)} was subtracted instead of added.",
                $"{People(sum.Right)} wurde subtrahiert statt addiert.");
        if (node is BinaryExpression { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } && scope.IsMatrix(node))
            yield return new(
                new NegationExpression(node.Column, node),
                $"{People(node)} has the wrong sign.",
                $"{People(node)} hat das falsche Vorzeichen.");
    }

    private static IEnumerable<ChangedNode> ForgetTerm(Expression node, MutationScope scope)
    {
        if (node is BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum)
        {
            yield return Without(sum.Left, sum.Right);
            if (sum.Operator == BinaryOperator.Add)
                yield return Without(sum.Right, sum.Left);
        }

        if (node is CallExpression call && FormulaFunctions.All.TryGetValue(call.Function, out var function)
            && call.Arguments.Count > function.MinimumArguments)
            yield return Without(call with { Arguments = [.. call.Arguments.SkipLast(1)] }, call.Arguments[^1]);
    }

    private static ChangedNode Without(Expression node, Expression term) =>
        new(node, $"{People(term)} was left out.", $"{People(term)} wurde weggelassen.");

    private static IEnumerable<ChangedNode> ForgetFunction(Expression node, MutationScope scope)
    {
        if (node is CallExpression call && NotApplied.Contains(call.Function, StringComparer.Ordinal) && scope.IsMatrix(call.Arguments[0]))
            yield return new(call.Arguments[0], $"{call.Function} was not applied.", $"{call.Function} wurde nicht angewendet.");
    }

    private static IEnumerable<ChangedNode> ChangeOption(Expression node, MutationScope scope)
    {
        if (node is not CallExpression { Function: not "softmax" } call
            || !FormulaFunctions.All.TryGetValue(call.Function, out var function))
            yield break;
        foreach (var (option, words) in function.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            foreach (var word in words.Where(word => word != call.Option(option)))
            {
                var options = call.Options.Where(o => o.Name != option).Append(new CallOption(call.Column, option, word));
                yield return new(
                    call with { Options = [.. options] },
                    $"{call.Function} was computed with {option}: {word}.",
                    $"{call.Function} wurde mit {option}: {word} berechnet.");
            }
        }
    }

    private static string People(Expression expression) => ExpressionText.ForPeople(expression);
}
