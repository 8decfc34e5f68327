using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Checks;

/// <summary>
/// Checks the numbers of an answer against each other: rows of a softmax sum to 1, an announced scaling was applied, a softmax and a
/// product follow from the matrices written before them, shapes agree. It knows only what the student wrote: a calculation that is
/// consistent and wrong passes, and must.
/// </summary>
public static partial class OwnNumbers
{
    private const string Softmax = "softmax";
    private const double Tiny = 1e-9;

    /// <summary>What does not fit together, in the order of the text.</summary>
    public static IReadOnlyList<CheckRemark> Check(Answer answer)
    {
        var steps = WrittenSteps.ValuesOf(answer);
        var remarks = new List<CheckRemark>();
        for (var i = 0; i < steps.Count; i++)
        {
            var earlier = steps.Take(i).Reverse().ToList();
            if (Find(steps[i], earlier) is { } text)
                remarks.Add(new CheckRemark(steps[i].Page, text));
        }

        remarks.AddRange(WrittenSteps.ProductsOf(answer).Select(p => (p.Page, Text: OfProduct(p))).Where(p => p.Text is not null)
            .Select(p => new CheckRemark(p.Page, p.Text!)));
        return [.. remarks.OrderBy(r => r.Page)];
    }

    private static LocalizedText? Find(WrittenStep step, List<WrittenStep> earlier)
    {
        if (step.Key.StartsWith(Softmax, StringComparison.OrdinalIgnoreCase))
        {
            // A softmax that is multiplied by something is another matrix.
            if (!IsOneCall(step.Name))
                return null;
            var source = earlier.Find(s => s.Key == step.Key[Softmax.Length..]);
            return ColumnsSumToOne(step.Matrix) ? null : OfRowSums(step) ?? (source is null ? null : OfSoftmax(step, source));
        }

        var slash = step.Key.LastIndexOf('/');
        return slash > 0 && Divisor().IsMatch(step.Key[(slash + 1)..]) && earlier.Find(s => s.Key == step.Key[..slash]) is { } unscaled
            ? OfScaling(step, unscaled, DivisorOf(step.Key[(slash + 1)..])) : null;
    }

    /// <summary>Whether a name is a function and its argument in parentheses, and nothing behind them.</summary>
    private static bool IsOneCall(string name)
    {
        var (open, end) = (0, name.TrimEnd().Length - 1);
        for (var i = 0; i <= end; i++)
        {
            open += name[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (name[i] == ')' && open == 0)
                return i == end;
        }

        return false;
    }

    private static LocalizedText? OfRowSums(WrittenStep step)
    {
        for (var row = 0; row < step.Matrix.Rows; row++)
        {
            var (sum, slack) = step.Matrix.RowSum(row);
            if (Math.Abs(sum - 1) > slack + Tiny)
            {
                var (number, written) = (row + 1, sum.ToString("0.###", CultureInfo.InvariantCulture));
                return new(
                    $"Row {number} of “{step.Name}” sums to {written}; the rows of a softmax over rows sum to 1.",
                    $"Zeile {number} von „{step.Name}“ hat die Summe {written}; die Zeilen eines zeilenweisen Softmax haben die Summe 1.");
            }
        }

        return null;
    }

    // Normalised the other way, which is another question.
    private static bool ColumnsSumToOne(RoundedMatrix matrix) => Enumerable.Range(0, matrix.Columns).All(column =>
    {
        var rows = Enumerable.Range(0, matrix.Rows).ToList();
        return Math.Abs(rows.Sum(row => matrix[row, column]) - 1) <= rows.Sum(row => matrix.Slack(row, column)) + Tiny;
    });

    private static LocalizedText? OfSoftmax(WrittenStep step, WrittenStep source)
    {
        if (ShapesDiffer(step, source) is { } shapes)
            return shapes;
        for (var row = 0; row < step.Matrix.Rows; row++)
        {
            var largest = Enumerable.Range(0, step.Matrix.Columns).Max(c => source.Matrix[row, c]);
            double[] powers = [.. Enumerable.Range(0, step.Matrix.Columns).Select(c => Math.Exp(source.Matrix[row, c] - largest))];
            for (var column = 0; column < powers.Length; column++)
            {
                // A softmax moves by at most half of what its arguments move together.
                var slack = step.Matrix.Slack(row, column) + Enumerable.Range(0, powers.Length).Sum(c => source.Matrix.Slack(row, c)) / 2;
                if (Math.Abs(powers[column] / powers.Sum() - step.Matrix[row, column]) > slack + Tiny)
                    return NotFollowing(step, row, column, source.Name);
            }
        }

        return null;
    }

    /// <summary>Where the divisor is a letter, it must at least be the same for every entry.</summary>
    private static LocalizedText? OfScaling(WrittenStep step, WrittenStep unscaled, double? divisor)
    {
        if (ShapesDiffer(step, unscaled) is { } shapes)
            return shapes;
        divisor ??= CommonRatio(step.Matrix, unscaled.Matrix);
        if (divisor is not > 0)
            return null;
        for (var row = 0; row < step.Matrix.Rows; row++)
        {
            for (var column = 0; column < step.Matrix.Columns; column++)
            {
                var slack = step.Matrix.Slack(row, column) + unscaled.Matrix.Slack(row, column) / divisor.Value;
                if (Math.Abs(unscaled.Matrix[row, column] / divisor.Value - step.Matrix[row, column]) > slack + Tiny)
                    return NotFollowing(step, row, column, unscaled.Name);
            }
        }

        return null;
    }

    // By the largest entry, whose rounding weighs least.
    private static double? CommonRatio(RoundedMatrix scaled, RoundedMatrix unscaled)
    {
        var (ratio, largest) = ((double?)null, 0.0);
        for (var row = 0; row < scaled.Rows; row++)
        {
            for (var column = 0; column < scaled.Columns; column++)
            {
                if (Math.Abs(scaled[row, column]) <= largest)
                    continue;
                largest = Math.Abs(scaled[row, column]);
                ratio = unscaled[row, column] / scaled[row, column];
            }
        }

        return ratio;
    }

    private static LocalizedText? OfProduct(WrittenProduct product)
    {
        var (left, right, value) = (product.Left, product.Right, product.Value);
        if (left.Columns != right.Rows)
            return new(
                $"A {left.Shape} matrix times a {right.Shape} matrix is written here; the inner sizes differ.",
                $"Hier steht eine {left.Shape}-Matrix mal eine {right.Shape}-Matrix; die inneren Größen sind verschieden.");
        if (value is null)
            return null;
        if (value.Rows != left.Rows || value.Columns != right.Columns)
            return new(
                $"The product of the two matrices written here has the shape {left.Rows}×{right.Columns}; its value is {value.Shape}.",
                $"Das Produkt der beiden Matrizen hier hat die Form {left.Rows}×{right.Columns}; sein Wert hat {value.Shape}.");
        for (var row = 0; row < value.Rows; row++)
        {
            for (var column = 0; column < value.Columns; column++)
            {
                if (!Follows(left, right, value, row, column))
                    return new(
                        $"The product of the two matrices written here differs from its value in row {row + 1}, column {column + 1}.",
                        $"Das Produkt der beiden Matrizen hier weicht in Zeile {row + 1}, Spalte {column + 1} von seinem Wert ab.");
            }
        }

        return null;
    }

    private static bool Follows(RoundedMatrix left, RoundedMatrix right, RoundedMatrix value, int row, int column)
    {
        var (sum, slack) = (0.0, value.Slack(row, column));
        for (var inner = 0; inner < left.Columns; inner++)
        {
            var (a, b) = (left[row, inner], right[inner, column]);
            sum += a * b;
            slack += Math.Abs(a) * right.Slack(inner, column) + (Math.Abs(b) + right.Slack(inner, column)) * left.Slack(row, inner);
        }

        return Math.Abs(sum - value[row, column]) <= slack + Tiny;
    }

    private static LocalizedText? ShapesDiffer(WrittenStep step, WrittenStep other) =>
        step.Matrix.Shape == other.Matrix.Shape ? null : new(
            $"“{step.Name}” is {step.Matrix.Shape}, and “{other.Name}” before it is {other.Matrix.Shape}; both should have one shape.",
            $"„{step.Name}“ ist {step.Matrix.Shape}, „{other.Name}“ davor aber {other.Matrix.Shape}; beide sollten dieselbe Form haben.");

    private static LocalizedText NotFollowing(WrittenStep step, int row, int column, string source) => new(
        $"“{step.Name}” does not follow from your own “{source}” in row {row + 1}, column {column + 1}.",
        $"„{step.Name}“ folgt in Zeile {row + 1}, Spalte {column + 1} nicht aus Ihrem eigenen „{source}“.");

    private static double? DivisorOf(string text)
    {
        const string Root = "sqrt";
        var isRoot = text.StartsWith(Root, StringComparison.Ordinal);
        var number = (isRoot ? text[Root.Length..] : text).Replace(',', '.');
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? isRoot ? Math.Sqrt(value) : value : null;
    }

    // A number or a letter with a short index, or the root of one, and no factor behind it.
    [GeneratedRegex(@"^(?:sqrt)?(?:\d+(?:[.,]\d+)?|\p{Ll}(?:_?\p{Ll}|_\{\p{Ll}+\})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Divisor();
}
