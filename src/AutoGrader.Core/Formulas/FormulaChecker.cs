using System.Globalization;
using System.Numerics;
using AutoGrader.Numerics;

namespace AutoGrader.Core.Formulas;

/// <summary>
/// Finds the shape of a formula before anything is computed, and bounds the work: a rubric comes from outside and must not hang the
/// service.
/// One checker serves all formulas of a computation, so that the bound holds for their sum.
/// </summary>
/// <param name="budget">Pays beside that for the whole rubric; <c>null</c> where the rubric was read before.</param>
/// <param name="constants">Takes the value of every node that follows from numbers and shapes alone; <c>null</c> where nobody asks.</param>
internal sealed class FormulaChecker(WorkBudget? budget = null, IDictionary<Expression, double>? constants = null)
{
    /// <summary>Largest number of entries of any matrix.</summary>
    public const int MaximumEntries = 100_000;

    /// <summary>
    /// Largest number of multiplications of all formulas together, as many as twenty products of 100×100 matrices need: about ten
    /// milliseconds, and a grader that weighs hundreds of readings of an answer computes them hundreds of times.
    /// </summary>
    public const long MaximumWork = 20_000_000;

    /// <summary>Largest exponent of a matrix.</summary>
    public const int MaximumPower = 1000;

    // Small matrices cost their handling, not their numbers.
    private const int EveryNode = 100;

    /// <summary>The multiplications, or what takes as long, of all formulas checked so far.</summary>
    public long Work { get; private set; }

    /// <summary>The shape of a formula's value.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="names">The shapes of the names it may use.</param>
    /// <exception cref="FormulaException">Shapes do not fit, a name is unknown, or a bound is exceeded.</exception>
    public Quantity Check(Expression expression, IReadOnlyDictionary<string, Shape> names)
    {
        var quantity = expression switch
        {
            NumberExpression number => Quantity.Number(number.Value),
            NameExpression name => CheckName(name, names),
            NegationExpression negation => Negate(Check(negation.Operand, names)),
            BinaryExpression binary => CheckBinary(binary, Check(binary.Left, names), Check(binary.Right, names)),
            MatrixExpression matrix => CheckMatrix(matrix, names),
            CallExpression call => CheckCall(call, names),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
        if (quantity.Shape.Count > MaximumEntries)
            throw new FormulaException(
                expression.Column,
                new(
                    $"A result of {quantity.Shape} entries is too large.",
                    $"Ein Ergebnis von {quantity.Shape} Einträgen ist zu groß."),
                new($"Use at most {MaximumEntries} entries.", $"Verwenden Sie höchstens {MaximumEntries} Einträge."));
        Spend(expression, EveryNode + quantity.Shape.Count);
        if (quantity.Constant is { } constant)
            constants?.TryAdd(expression, constant);
        return quantity;
    }

    private static Quantity Negate(Quantity operand) => operand with { Constant = -operand.Constant };

    private void Spend(Expression expression, long work)
    {
        Work += work;
        if (Work > MaximumWork)
            throw new FormulaException(
                expression.Column,
                new(
                    "The computation is too large to be done for every submission.",
                    "Die Rechnung ist zu groß, um für jede Abgabe ausgeführt zu werden."),
                new("Use smaller matrices.", "Verwenden Sie kleinere Matrizen."));
        budget?.Spend(work, expression.Column);
    }

    /// <summary>The fault of a name that nothing is called by.</summary>
    public static FormulaException Unknown(NameExpression name, IReadOnlyCollection<string> known)
    {
        var sorted = known.Order(StringComparer.Ordinal).ToList();
        var similar = sorted.FirstOrDefault(k => k.Equals(name.Name, StringComparison.OrdinalIgnoreCase));
        return new FormulaException(
            name.Column,
            FormulaFunctions.All.ContainsKey(name.Name)
                ? new($"The function {name.Name} needs arguments.", $"Die Funktion {name.Name} braucht Argumente.")
                : new($"The name {name.Name} is unknown here.", $"Der Name {name.Name} ist hier unbekannt."),
            similar is null
                ? new(
                    $"Use a given matrix or another step: {string.Join(", ", sorted)}.",
                    $"Verwenden Sie eine gegebene Matrix oder einen anderen Schritt: {string.Join(", ", sorted)}.")
                : new($"Did you mean {similar}?", $"Meinten Sie {similar}?"));
    }

    private static Quantity CheckName(NameExpression name, IReadOnlyDictionary<string, Shape> names) =>
        names.TryGetValue(name.Name, out var shape) ? new Quantity(shape) : throw Unknown(name, [.. names.Keys]);

    private Quantity CheckBinary(BinaryExpression binary, Quantity left, Quantity right)
    {
        var constant = Constant(binary.Operator, left.Constant, right.Constant);
        if (binary.Operator == BinaryOperator.Divide && !right.Shape.IsScalar)
            throw new FormulaException(
                binary.Column,
                new(
                    $"{left.Shape} / {right.Shape}: only a number can divide.",
                    $"{left.Shape} / {right.Shape}: Nur durch eine Zahl kann geteilt werden."),
                new("Use ./ to divide entry by entry.", "Mit ./ wird Eintrag für Eintrag geteilt."));
        if (binary.Operator == BinaryOperator.Power)
            return CheckPower(binary, left, right) with { Constant = constant };
        if (binary.Operator == BinaryOperator.PowerEntries)
            Spend(binary, Math.Max(left.Shape.Count, right.Shape.Count) * FormulaFunction.Transcendental);
        if (left.Shape.IsScalar)
            return right with { Constant = constant };
        if (right.Shape.IsScalar)
            return left with { Constant = constant };
        if (binary.Operator == BinaryOperator.Multiply)
        {
            if (left.Shape.Columns != right.Shape.Rows)
            {
                throw new FormulaException(
                    binary.Column,
                    new(
                        $"{left.Shape} * {right.Shape}: the left has {left.Shape.Columns} columns, the right {right.Shape.Rows} rows.",
                        $"{left.Shape} * {right.Shape}: Die linke Seite hat {left.Shape.Columns} Spalten, die "
                            + $"rechte {right.Shape.Rows} Zeilen."),
                    new(
                        "Transpose one side or swap them; use .* to multiply entry by entry.",
                        "Transponieren Sie eine Seite, oder vertauschen Sie beide; mit .* wird Eintrag für Eintrag multipliziert."));
            }

            Spend(binary, left.Shape.Count * right.Shape.Columns);
            return new Quantity(new Shape(left.Shape.Rows, right.Shape.Columns));
        }

        return left.Shape == right.Shape
            ? new Quantity(left.Shape)
            : throw new FormulaException(
                binary.Column,
                new(
                    $"{left.Shape} and {right.Shape} cannot be combined entry by entry.",
                    $"{left.Shape} und {right.Shape} lassen sich nicht Eintrag für Eintrag verknüpfen."),
                new(
                    "Both sides need the same shape, or one must be a number.",
                    "Beide Seiten brauchen dieselbe Form, oder eine muss eine Zahl sein."));
    }

    private static double? Constant(BinaryOperator binary, double? left, double? right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply or BinaryOperator.MultiplyEntries => left * right,
        BinaryOperator.Divide or BinaryOperator.DivideEntries => left / right,
        _ => left is { } @base && right is { } exponent ? Math.Pow(@base, exponent) : null,
    };

    private Quantity CheckPower(BinaryExpression binary, Quantity left, Quantity right)
    {
        if (!right.Shape.IsScalar || (!left.Shape.IsScalar && left.Shape.Rows != left.Shape.Columns))
            throw new FormulaException(
                binary.Column,
                new(
                    $"{left.Shape} ^ {right.Shape}: only a number or a square matrix has powers, and only with a number.",
                    $"{left.Shape} ^ {right.Shape}: Nur eine Zahl oder eine quadratische Matrix hat Potenzen, "
                        + "und nur mit einer Zahl als Exponent."),
                new("Use .^ to take powers entry by entry.", "Mit .^ wird Eintrag für Eintrag potenziert."));
        if (left.Shape.IsScalar)
            return left;
        if (right.Constant is not (>= 0 and <= MaximumPower) || Math.Truncate(right.Constant.Value) != right.Constant)
            throw new FormulaException(
                binary.Column,
                new(
                    $"The exponent of a matrix must be a whole number from 0 to {MaximumPower} that follows from numbers and shapes alone.",
                    $"Der Exponent einer Matrix muss eine ganze Zahl von 0 bis {MaximumPower} sein, die "
                        + "allein aus Zahlen und Formen folgt."),
                new(
                    "Use such a number, or .^ to take powers entry by entry.",
                    "Verwenden Sie eine solche Zahl, oder .^, um Eintrag für Eintrag zu potenzieren."));
        Spend(binary, 2 * BitOperations.Log2((uint)right.Constant + 1) * left.Shape.Count * left.Shape.Rows);
        return left with { Constant = null };
    }

    private Quantity CheckMatrix(MatrixExpression matrix, IReadOnlyDictionary<string, Shape> names)
    {
        foreach (var entry in matrix.Rows.SelectMany(row => row))
        {
            if (Check(entry, names).Shape is { IsScalar: false } shape)
                throw new FormulaException(
                    entry.Column,
                    new(
                        $"An entry of a matrix must be a number, not {shape}.",
                        $"Ein Eintrag einer Matrix muss eine Zahl sein, nicht {shape}."),
                    new("Write numbers between the brackets.", "Schreiben Sie Zahlen zwischen die Klammern."));
        }

        var columns = matrix.Rows[0].Count;
        return matrix.Rows.FirstOrDefault(row => row.Count != columns) is { } odd
            ? throw new FormulaException(
                odd[0].Column,
                new(
                    $"This row has {Entries(odd.Count, "1 entry", "entries")}, the first has {Entries(columns, "1 entry", "entries")}.",
                    $"Diese Zeile hat {Entries(odd.Count, "1 Eintrag", "Einträge")}, die erste "
                        + $"{Entries(columns, "1 Eintrag", "Einträge")}."),
                new("Make all rows equally long.", "Machen Sie alle Zeilen gleich lang."))
            : new Quantity(new Shape(matrix.Rows.Count, columns));
    }

    private static string Entries(int count, string one, string many) =>
        count == 1 ? one : $"{count.ToString(CultureInfo.InvariantCulture)} {many}";

    private Quantity CheckCall(CallExpression call, IReadOnlyDictionary<string, Shape> names)
    {
        if (!FormulaFunctions.All.TryGetValue(call.Function, out var function))
        {
            var known = string.Join(", ", FormulaFunctions.All.Keys.Order(StringComparer.Ordinal));
            throw new FormulaException(call.Column,
                new($"The function {call.Function} is unknown.", $"Die Funktion {call.Function} ist unbekannt."),
                new($"Use one of: {known}.", $"Verwenden Sie eine von: {known}."));
        }

        if (call.Arguments.Count < function.MinimumArguments || call.Arguments.Count > function.MaximumArguments)
            throw new FormulaException(
                call.Column,
                new(
                    $"{call.Function} does not take {call.Arguments.Count} arguments.",
                    $"{call.Function} lässt sich nicht mit {call.Arguments.Count} Argumenten aufrufen."),
                new($"Write {function.Usage}.", $"Schreiben Sie {function.Usage}."));
        CheckOptions(call, function);
        var arguments = CallArguments.Of(call, argument => Check(argument, names));
        var result = function.Check(arguments);
        Spend(call, function.Work(arguments));
        return result;
    }

    private static void CheckOptions(CallExpression call, FormulaFunction function)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (column, name, value) in call.Options)
        {
            if (!function.Options.TryGetValue(name, out var words) || !words.Contains(value, StringComparer.Ordinal))
                throw new FormulaException(column,
                    new($"{call.Function} has no option {name}: {value}.", $"{call.Function} hat keine Option {name}: {value}."),
                    new($"Write {function.Usage}.", $"Schreiben Sie {function.Usage}."));
            RequireOnce(column, name);
        }

        foreach (var (column, name, _) in call.Named)
        {
            if (!function.Named.Contains(name, StringComparer.Ordinal))
                throw new FormulaException(
                    column,
                    function.Options.TryGetValue(name, out var words)
                        ? new(
                            $"The option {name} of {call.Function} is one of: {string.Join(", ", words)}.",
                            $"Die Option {name} von {call.Function} ist eine von: {string.Join(", ", words)}.")
                        : new($"{call.Function} has no option {name}.", $"{call.Function} hat keine Option {name}."),
                    new($"Write {function.Usage}.", $"Schreiben Sie {function.Usage}."));
            RequireOnce(column, name);
        }

        void RequireOnce(int column, string name)
        {
            if (!given.Add(name))
                throw new FormulaException(column,
                    new($"{name} is given twice.", $"{name} wird zweimal angegeben."),
                    new($"Write {function.Usage}.", $"Schreiben Sie {function.Usage}."));
        }
    }
}
