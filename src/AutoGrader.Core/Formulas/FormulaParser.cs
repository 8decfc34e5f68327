using System.Globalization;
using Parlot.Fluent; // the package itself adds "using static Parlot.Fluent.Parsers"

namespace AutoGrader.Core.Formulas;

/// <summary>
/// The grammar of formulas:
/// <code>
/// expression = term { ("+" | "-") term }
/// term       = power { ("*" | "/" | ".*" | "./") power }
/// power      = signed { ("^" | ".^") signed }          from the right; a sign before a power is applied after it: -2^2 = -4
/// signed     = { "-" } primary
/// primary    = number | name | name "(" argument { "," argument } ")" | "(" expression ")" | matrix
/// argument   = expression | name ":" expression
/// matrix     = "[" row { "," row } "]"          row = "[" expression { "," expression } "]"
/// </code>
/// Names are letters, digits and underscores and begin with a letter. Numbers have a decimal point. Blanks do not matter.
/// </summary>
internal static class FormulaParser
{
    public const int MaximumLength = 2000;
    public const int MaximumDepth = 50;
    public const int MaximumTreeDepth = 200;

    private static readonly Parser<Expression> Grammar = BuildGrammar();

    /// <exception cref="FormulaException">The text is no formula.</exception>
    public static Expression Parse(string source)
    {
        CheckBounds(source);
        var context = new TrackingContext(source);
        if (Grammar.TryParse(context, out var expression, out _))
            return FlatEnough(expression);

        var position = context.Furthest;
        while (position < source.Length && char.IsWhiteSpace(source[position]))
            position++;
        throw new FormulaException(
            position + 1,
            position >= source.Length
                ? new("The formula ends too early.", "Die Formel endet zu früh.")
                : new($"'{source[position]}' cannot stand here.", $"„{source[position]}“ kann hier nicht stehen."),
            new(
                "Write a formula such as Q * transpose(K) or scores / sqrt(columns(K)).",
                "Schreiben Sie eine Formel wie Q * transpose(K) oder scores / sqrt(columns(K))."));
    }

    // The parser descends recursively, so depth is bounded before it starts.
    private static void CheckBounds(string source)
    {
        if (source.Length > MaximumLength)
            throw new FormulaException(
                MaximumLength + 1,
                new($"The formula is longer than {MaximumLength} characters.", $"Die Formel ist länger als {MaximumLength} Zeichen."),
                new("Split it into steps.", "Teilen Sie sie in Schritte auf."));
        var depth = 0;
        for (var i = 0; i < source.Length; i++)
        {
            depth += source[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth > MaximumDepth)
                throw new FormulaException(i + 1,
                    new($"Brackets are nested deeper than {MaximumDepth}.", $"Klammern sind tiefer als {MaximumDepth} geschachtelt."),
                    new("Split the formula into steps.", "Teilen Sie die Formel in Schritte auf."));
        }
    }

    // A long chain such as 1 + 1 + 1 + … is deep without any brackets. All who walk through formulas do it recursively.
    private static Expression FlatEnough(Expression root)
    {
        var level = new List<Expression> { root };
        for (var depth = 1; level.Count > 0; depth++)
        {
            if (depth > MaximumTreeDepth)
                throw new FormulaException(
                    level[0].Column,
                    new(
                        $"More than {MaximumTreeDepth} operations follow each other here.",
                        $"Hier folgen mehr als {MaximumTreeDepth} Operationen aufeinander."),
                    new("Split the formula into steps.", "Teilen Sie die Formel in Schritte auf."));
            level = [.. level.SelectMany(expression => expression.Operands)];
        }

        return root;
    }

    private static Parser<Expression> BuildGrammar()
    {
        var expression = Deferred<Expression>();
        var comma = Symbol(",");
        var open = Symbol("(");
        var close = Symbol(")");
        var name = Track(Terms.Identifier(static c => char.IsLetter(c), static c => char.IsLetterOrDigit(c) || c == '_'))
            .Then(static (_, _, end, text) => new NameExpression(end - text.Length + 1, text.ToString()));
        var number = Track(SkipWhiteSpace(Number()));
        var named = name.AndSkip(Symbol(":")).And(expression).Then(static pair => new Argument(pair.Item1, pair.Item2));
        var argument = named.Or(expression.Then(static value => new Argument(null, value)));
        var call = name.AndSkip(open).And(ZeroOrOne(Separated(comma, argument), [])).AndSkip(close)
            .Then<Expression>(static parts => Call(parts.Item1, parts.Item2));
        var row = Between(Symbol("["), Separated(comma, expression), Symbol("]"));
        var matrix = Symbol("[").And(Separated(comma, row)).AndSkip(Symbol("]"))
            .Then<Expression>(static parts => new MatrixExpression(parts.Item1, parts.Item2));
        var primary = number.Or(call).Or(name.Then<Expression>(static n => n)).Or(Between(open, expression, close)).Or(matrix);

        var signed = ZeroOrMany(Symbol("-")).And(primary).Then(static parts => new Signed(parts.Item1, parts.Item2));
        var powers = Operator(".^", BinaryOperator.PowerEntries).Or(Operator("^", BinaryOperator.Power));
        var power = signed.And(ZeroOrMany(powers.And(signed))).Then(static parts => RightAssociative(parts.Item1, parts.Item2));
        var term = LeftAssociative(power, OneOf(
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

    /// <summary>A point belongs to a number only before a digit: <c>2.^A</c> is a number and an operator.</summary>
    private static Parser<Expression> Number()
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var digits = Literals.Pattern(static c => char.IsAsciiDigit(c));
        var fraction = Capture(Literals.Char('.').And(digits));
        var sign = ZeroOrOne(Literals.Char('+').Or(Literals.Char('-')));
        var exponent = Capture(Literals.Char('e').Or(Literals.Char('E')).And(sign).And(digits));
        return Capture(digits.And(ZeroOrOne(fraction)).And(ZeroOrOne(exponent))).Or(Capture(fraction.And(ZeroOrOne(exponent))))
            .Then<Expression>(static (_, start, _, text) =>
                new NumberExpression(start + 1, double.Parse(text.Span, Style, CultureInfo.InvariantCulture)));
    }

    private static Expression RightAssociative(
        Signed first, IReadOnlyList<((int Column, BinaryOperator Operator) Sign, Signed Operand)> rest)
    {
        if (rest.Count == 0)
            return first.Negate(first.Operand);
        var exponent = rest[^1].Operand.Negate(rest[^1].Operand.Operand);
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            var operand = i == 0 ? first : rest[i - 1].Operand;
            exponent = operand.Negate(new BinaryExpression(rest[i].Sign.Column, rest[i].Sign.Operator, operand.Operand, exponent));
        }

        return exponent;
    }

    /// <summary>A name after a colon is a matrix where the function takes one there, as in <c>mask: M</c>; else a word.</summary>
    private static CallExpression Call(NameExpression function, IReadOnlyList<Argument> arguments)
    {
        var taken = FormulaFunctions.All.GetValueOrDefault(function.Name)?.Named ?? [];
        var named = arguments.Where(a => a.Name is not null).ToLookup(
            a => a.Value is NameExpression && !taken.Contains(a.Name!.Name, StringComparer.Ordinal));
        return new CallExpression(
            function.Column,
            function.Name,
            [.. arguments.Where(a => a.Name is null).Select(a => a.Value)],
            [.. named[true].Select(a => new CallOption(a.Name!.Column, a.Name.Name, ((NameExpression)a.Value).Name))])
        {
            Named = [.. named[false].Select(a => new NamedArgument(a.Name!.Column, a.Name.Name, a.Value))],
        };
    }

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

    private sealed record Argument(NameExpression? Name, Expression Value);

    /// <summary>An operand and the columns of the signs before it.</summary>
    private sealed record Signed(IReadOnlyList<int> Signs, Expression Operand)
    {
        public Expression Negate(Expression value) =>
            Signs.Reverse().Aggregate(value, static (operand, column) => new NegationExpression(column, operand));
    }

    private sealed class TrackingContext(string source) : ParseContext(new Parlot.Scanner(source))
    {
        public int Furthest { get; set; }
    }
}
