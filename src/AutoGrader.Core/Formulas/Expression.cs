namespace AutoGrader.Core.Formulas;

/// <summary>A node of a parsed formula.</summary>
/// <param name="Column">Where in the formula it stands (its operator or first letter), from 1.</param>
internal abstract record Expression(int Column);

internal sealed record NumberExpression(int Column, double Value) : Expression(Column);

internal sealed record NameExpression(int Column, string Name) : Expression(Column);

internal sealed record NegationExpression(int Column, Expression Operand) : Expression(Column);

internal sealed record BinaryExpression(int Column, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Column);

internal sealed record MatrixExpression(int Column, IReadOnlyList<IReadOnlyList<Expression>> Rows) : Expression(Column);

internal sealed record CallExpression(int Column, string Function, IReadOnlyList<Expression> Arguments, IReadOnlyList<CallOption> Options)
    : Expression(Column)
{
    /// <summary>The word given for an option, or <c>null</c>.</summary>
    public string? Option(string name) => Options.FirstOrDefault(o => o.Name == name)?.Value;
}

/// <summary>A choice of how a function works, such as <c>axis: rows</c>.</summary>
internal sealed record CallOption(int Column, string Name, string Value);

internal enum BinaryOperator
{
    Add,
    Subtract,

    /// <summary><c>*</c>: the matrix product, or scaling where one side is a number.</summary>
    Multiply,

    /// <summary><c>/</c>: division by a number.</summary>
    Divide,

    /// <summary><c>.*</c></summary>
    MultiplyEntries,

    /// <summary><c>./</c></summary>
    DivideEntries,
}
