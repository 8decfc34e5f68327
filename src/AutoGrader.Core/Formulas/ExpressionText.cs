using System.Globalization;

namespace AutoGrader.Core.Formulas;

/// <summary>Writes formulas: as the language has them, and as people read them.</summary>
internal static class ExpressionText
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Power = 3;
    private const int Sign = 4;
    private const int Primary = 5;

    /// <summary>A text that is parsed into the same formula.</summary>
    public static string Of(Expression expression) => Write(expression, isForPeople: false);

    /// <summary>A text for people: <c>√columns(K)</c>, <c>Q·K^T</c>. Not always a formula of the language.</summary>
    public static string ForPeople(Expression expression) => Write(expression, isForPeople: true);

    private static string Write(Expression expression, bool isForPeople) => expression switch
    {
        NumberExpression number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        NameExpression name => name.Name,
        NegationExpression negation => "-" + Within(negation.Operand, Sign, isForPeople),
        BinaryExpression binary => Binary(binary, isForPeople),
        MatrixExpression matrix =>
            $"[{string.Join(", ", matrix.Rows.Select(row => $"[{string.Join(", ", row.Select(entry => Write(entry, isForPeople)))}]"))}]",
        CallExpression { Function: "sqrt" } root when isForPeople => "√" + Within(root.Arguments[0], Primary, isForPeople),
        CallExpression { Function: "transpose" } call when isForPeople => Within(call.Arguments[0], Primary, isForPeople) + "^T",
        CallExpression call => $"{call.Function}({string.Join(", ", Parts(call, isForPeople))})",
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    private static IEnumerable<string> Parts(CallExpression call, bool isForPeople) => call.Arguments.Select(a => Write(a, isForPeople))
        .Concat(call.Named.Select(argument => $"{argument.Name}: {Write(argument.Value, isForPeople)}"))
        .Concat(call.Options.Select(option => $"{option.Name}: {option.Value}"));

    private static string Binary(BinaryExpression binary, bool isForPeople)
    {
        var rank = RankOf(binary);
        // Powers are taken from the right and bind weaker than a sign only on the left; brackets leave no doubt.
        var (left, right) = rank == Power ? (Primary, Primary) : (rank, rank + 1);
        return Within(binary.Left, left, isForPeople) + Operator(binary.Operator, isForPeople) + Within(binary.Right, right, isForPeople);
    }

    private static string Operator(BinaryOperator binary, bool isForPeople) => binary switch
    {
        BinaryOperator.Add => " + ",
        BinaryOperator.Subtract => " - ",
        BinaryOperator.Multiply => isForPeople ? "·" : " * ",
        BinaryOperator.Divide => isForPeople ? "/" : " / ",
        BinaryOperator.MultiplyEntries => isForPeople ? "⊙" : " .* ",
        BinaryOperator.DivideEntries => " ./ ",
        BinaryOperator.Power => isForPeople ? "^" : " ^ ",
        _ => " .^ ",
    };

    private static string Within(Expression expression, int least, bool isForPeople) =>
        RankOf(expression) >= least ? Write(expression, isForPeople) : $"({Write(expression, isForPeople)})";

    private static int RankOf(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } => Sum,
        BinaryExpression { Operator: BinaryOperator.Power or BinaryOperator.PowerEntries } => Power,
        BinaryExpression => Product,
        NegationExpression => Sign,
        _ => Primary,
    };
}
