namespace AutoGrader.Core.Formulas;

/// <summary>A parsed formula. Knows nothing of the values its names stand for.</summary>
internal sealed class Formula
{
    private Formula(string source, Expression root, IReadOnlyList<NameExpression> names)
    {
        Source = source;
        Root = root;
        Names = names;
    }

    /// <summary>The formula as written.</summary>
    public string Source { get; }

    public Expression Root { get; }

    /// <summary>The names of matrices it uses, in the order of the text.</summary>
    public IReadOnlyList<NameExpression> Names { get; }

    /// <exception cref="FormulaException">The text is no formula.</exception>
    public static Formula Parse(string source)
    {
        var root = FormulaParser.Parse(source);
        return new Formula(source, root, [.. NamesIn(root)]);
    }

    /// <summary>A formula that was made rather than written.</summary>
    public static Formula Of(Expression root) => new(ExpressionText.Of(root), root, [.. NamesIn(root)]);

    private static IEnumerable<NameExpression> NamesIn(Expression expression) =>
        expression is NameExpression name ? [name] : expression.Operands.SelectMany(NamesIn);
}
