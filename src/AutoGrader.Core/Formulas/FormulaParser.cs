using Parlot.Fluent; // the package itself adds "using static Parlot.Fluent.Parsers"

namespace AutoGrader.Core.Formulas;

/// <summary>
/// The grammar of formulas:
/// <code>
/// expression = term { ("+" | "-") term }
/// term       = unary { ("*" | "/" | ".*" | "./") unary }
/// unary      = { "-" } primary
/// primary    = number | name | name "(" argument { "," argument } ")" | "(" expression ")" | matrix
/// argument   = expression | name ":" name
/// matrix     = "[" row { "," row } "]"          row = "[" expression { "," expression } "]"
/// </code>
/// Names are letters, digits and underscores and begin with a letter. Numbers have a decimal point. Blanks do not matter.
/// </summary>
internal static class FormulaParser
{
    public const int MaximumLength = 2000;
    public const int MaximumDepth = 50;

    private static readonly Parser<Expression> Grammar = BuildGrammar();

    /// <exception cref="FormulaException">The text is no formula.</exception>
    public static Expression Parse(string source)
    {
        CheckBounds(source);
        var context = new TrackingContext(source);
        if (Grammar.TryParse(context, out var expression, out _))
            return expression;

        var position = context.Furthest;
        while (position < source.Length && char.IsWhiteSpace(source[position]))
            position++;
        throw new FormulaException(
            position + 1,
            position >= source.Length ? "The formula ends too early." : $"'{source[position]}' cannot stand here.",
            "Write a formula such as Q * transpose(K) or scores / sqrt(columns(K)).");
    }

    // The parser descends recursively, so depth is bounded before it starts.
    private static void CheckBounds(string source)
    {
        if (source.Length > MaximumLength)
            throw new FormulaException(
                MaximumLength + 1, $"The formula is longer than {MaximumLength} characters.", "Split it into steps.");
        var depth = 0;
        for (var i = 0; i < source.Length; i++)
        {
            depth += source[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth > MaximumDepth)
                throw new FormulaException(i + 1, $"Brackets are nested deeper than {MaximumDepth}.", "Split the formula into steps.");
        }
    }

    private static Parser<Expression> BuildGrammar()
    {
        var expression = Deferred<Expression>();
        var comma = Symbol(",");
        var open = Symbol("(");
        var close = Symbol(")");
        var name = Track(Terms.Identifier(static c => char.IsLetter(c), static c => char.IsLetterOrDigit(c) || c == '_'))
            .Then(static (_, _, end, text) => new NameExpression(end - text.Length + 1, text.ToString()));
        var digits = Literals.Number<double>(NumberOptions.AllowDecimalSeparator | NumberOptions.AllowExponent);
        var number = Track(SkipWhiteSpace(digits.Then<Expression>(static (_, start, _, value) => new NumberExpression(start + 1, value))));

        var option = name.AndSkip(Symbol(":")).And(name)
            .Then(static pair => new Argument(null, new CallOption(pair.Item1.Column, pair.Item1.Name, pair.Item2.Name)));
        var argument = option.Or(expression.Then(static value => new Argument(value, null)));
        var call = name.AndSkip(open).And(ZeroOrOne(Separated(comma, argument), [])).AndSkip(close)
            .Then<Expression>(static parts => Call(parts.Item1, parts.Item2));
        var row = Between(Symbol("["), Separated(comma, expression), Symbol("]"));
        var matrix = Symbol("[").And(Separated(comma, row)).AndSkip(Symbol("]"))
            .Then<Expression>(static parts => new MatrixExpression(parts.Item1, parts.Item2));
        var primary = number.Or(call).Or(name.Then<Expression>(static n => n)).Or(Between(open, expression, close)).Or(matrix);

        var unary = ZeroOrMany(Symbol("-")).And(primary)
            .Then(static parts => parts.Item1.Reverse().Aggregate(
                parts.Item2, static (operand, column) => new NegationExpression(column, operand)));
        var term = LeftAssociative(unary, OneOf(
            Operator(".*", BinaryOperator.MultiplyEntries),
            Operator("./", BinaryOperator.DivideEntries),
            Operator("*", BinaryOperator.Multiply),
            Operator("/", BinaryOperator.Divide)));
        expression.Parser = LeftAssociative(term, Operator("+", BinaryOperator.Add).Or(Operator("-", BinaryOperator.Subtract)));
        return expression.Eof();
    }

    private static Parser<Expression> LeftAssociative(
        Parser<Expression> operand, Parser<(int Column, BinaryOperator Operator)> operators) =>
        operand.And(ZeroOrMany(operators.And(operand))).Then(static parts => parts.Item2.Aggregate(
            parts.Item1, static (left, next) => new BinaryExpression(next.Item1.Column, next.Item1.Operator, left, next.Item2)));

    private static CallExpression Call(NameExpression function, IReadOnlyList<Argument> arguments) => new(
        function.Column,
        function.Name,
        [.. arguments.Select(a => a.Value).OfType<Expression>()],
        [.. arguments.Select(a => a.Option).OfType<CallOption>()]);

    private static Parser<(int Column, BinaryOperator Operator)> Operator(string text, BinaryOperator binary) =>
        Symbol(text).Then(column => (column, binary));

    /// <summary>A sign; its value is its column.</summary>
    private static Parser<int> Symbol(string text) => Track(Terms.Text(text)).Then(static (_, _, end, sign) => end - sign.Length + 1);

    /// <summary>Remembers how far the text made sense, for the message when it no longer does.</summary>
    private static Parser<T> Track<T>(Parser<T> token) => token.Then(static (context, _, end, value) =>
    {
        var tracking = (TrackingContext)context;
        tracking.Furthest = Math.Max(tracking.Furthest, end);
        return value;
    });

    private sealed record Argument(Expression? Value, CallOption? Option);

    private sealed class TrackingContext(string source) : ParseContext(new Parlot.Scanner(source))
    {
        public int Furthest { get; set; }
    }
}
