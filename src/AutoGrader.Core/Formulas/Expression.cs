namespace AutoGrader.Core.Formulas;

/// <summary>A node of a parsed formula.</summary>
/// <param name="Column">Where in the formula it stands (its operator or first letter), from 1.</param>
internal abstract record Expression(int Column)
{
    /// <summary>The nodes directly below, in the order of the text but arguments with a name last.</summary>
    public virtual IEnumerable<Expression> Operands => [];

    /// <summary>The same node above other nodes, as many and in the same order as <see cref="Operands"/>.</summary>
    public virtual Expression WithOperands(IReadOnlyList<Expression> operands) => this;
}

internal sealed record NumberExpression(int Column, double Value) : Expression(Column);

internal sealed record NameExpression(int Column, string Name) : Expression(Column);

internal sealed record NegationExpression(int Column, Expression Operand) : Expression(Column)
{
    public override IEnumerable<Expression> Operands => [Operand];

    public override Expression WithOperands(IReadOnlyList<Expression> operands) => this with { Operand = operands[0] };
}

internal sealed record BinaryExpression(int Column, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Column)
{
    public override IEnumerable<Expression> Operands => [Left, Right];

    public override Expression WithOperands(IReadOnlyList<Expression> operands) => this with { Left = operands[0], Right = operands[1] };
}

internal sealed record MatrixExpression(int Column, IReadOnlyList<IReadOnlyList<Expression>> Rows) : Expression(Column)
{
    public override IEnumerable<Expression> Operands => Rows.SelectMany(row => row);

    public override Expression WithOperands(IReadOnlyList<Expression> operands) =>
        this with { Rows = [.. operands.Chunk(Rows[0].Count)] };
}

/// <summary>A function with its arguments, such as <c>softmax(scores, axis: keys)</c>.</summary>
/// <param name="Column">Where its name begins.</param>
/// <param name="Function">The function's name, known or not.</param>
/// <param name="Arguments">The arguments without a name, in order.</param>
/// <param name="Options">The choices of how it works.</param>
internal sealed record CallExpression(int Column, string Function, IReadOnlyList<Expression> Arguments, IReadOnlyList<CallOption> Options)
    : Expression(Column)
{
    /// <summary>The arguments that are given by name, such as <c>scale: 1</c>.</summary>
    public IReadOnlyList<NamedArgument> Named { get; init; } = [];

    public override IEnumerable<Expression> Operands => Arguments.Concat(Named.Select(argument => argument.Value));

    public override Expression WithOperands(IReadOnlyList<Expression> operands) => this with
    {
        Arguments = [.. operands.Take(Arguments.Count)],
        Named = [.. Named.Zip(operands.Skip(Arguments.Count), (argument, value) => argument with { Value = value })],
    };

    /// <summary>The word given for an option, or <c>null</c>.</summary>
    public string? Option(string name) => Options.FirstOrDefault(o => o.Name == name)?.Value;
}

/// <summary>A choice of how a function works, such as <c>axis: keys</c>.</summary>
internal sealed record CallOption(int Column, string Name, string Value);

/// <summary>An argument given by its name, such as <c>mask: M</c>. Unlike an option its value is computed.</summary>
internal sealed record NamedArgument(int Column, string Name, Expression Value);

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

    /// <summary><c>^</c>: the power of a number, or the repeated product of a square matrix.</summary>
    Power,

    /// <summary><c>.^</c></summary>
    PowerEntries,
}
