using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Pdf.Reading.Mathematics;

/// <summary>
/// The number that a short expression denotes: <c>0,5</c>, <c>1/2</c>, <c>2/√3</c>, <c>-1.5e+00</c>. No names, no functions but the square
/// root.
/// </summary>
internal sealed partial class EntryValue
{
    private const int DeepestNesting = 20;
    private readonly string _text;
    private int _at;
    private int _depth;

    private EntryValue(string text) => _text = text;

    /// <summary>The value, or <c>null</c> where the text is no number.</summary>
    public static double? Parse(string text)
    {
        // Two numbers beside each other are two numbers, never one.
        if (BesideEachOther().IsMatch(text))
            return null;
        var parser = new EntryValue(text.Replace(" ", "", StringComparison.Ordinal).Replace("sqrt", "√", StringComparison.Ordinal));
        var value = parser.Sum();
        return parser._at == parser._text.Length && parser._text.Length > 0 && value is { } v && double.IsFinite(v) ? v : null;
    }

    private char Here => _at < _text.Length ? _text[_at] : '\0';

    private double? Sum()
    {
        var value = Product();
        while (value is not null && Here is '+' or '-')
        {
            var sign = _text[_at++] == '-' ? -1 : 1;
            value += sign * Product();
        }

        return value;
    }

    private double? Product()
    {
        var value = Factor();
        while (value is not null)
        {
            if (Here is '*' or '·' or '×')
            {
                _at++;
                value *= Factor();
            }
            else if (Here == '/')
            {
                _at++;
                value /= Factor();
            }
            else if (Here is '√' or '(')
            {
                value *= Factor();
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private double? Factor()
    {
        if (++_depth > DeepestNesting)
            return null;
        var value = Here switch
        {
            '-' => -Next(),
            '+' => Next(),
            '√' => Root(),
            '(' => Bracket(),
            '½' => Sign(0.5),
            '¼' => Sign(0.25),
            '¾' => Sign(0.75),
            '⅓' => Sign(1.0 / 3),
            '⅔' => Sign(2.0 / 3),
            _ => Number(),
        };
        _depth--;
        if (value is { } v && Here == '^')
        {
            _at++;
            return Factor() is { } power ? Math.Pow(v, power) : null;
        }

        return value;
    }

    private double? Next()
    {
        _at++;
        return Factor();
    }

    private double? Sign(double value)
    {
        _at++;
        return value;
    }

    private double? Root() => Next() is { } v and >= 0 ? Math.Sqrt(v) : null;

    private double? Bracket()
    {
        var close = Here == '(' ? ')' : '}';
        _at++;
        var value = Sum();
        return Here == close && _at++ >= 0 ? value : null;
    }

    private double? Number()
    {
        var start = _at;
        while (char.IsAsciiDigit(Here))
            _at++;
        if (Here is '.' or ',')
        {
            _at++;
            while (char.IsAsciiDigit(Here))
                _at++;
        }

        if (!_text.AsSpan(start, _at - start).ContainsAnyInRange('0', '9'))
            return null;
        var exponent = _at + 1 < _text.Length && Here is 'e' or 'E' ? Exponent() : 0;
        var digits = _text.AsSpan(start, _at - start - exponent).ToString().Replace(',', '.');
        var mantissa = double.Parse(digits, CultureInfo.InvariantCulture);
        return exponent == 0
            ? mantissa
            : mantissa * Math.Pow(10, int.Parse(_text.AsSpan(_at - exponent + 1, exponent - 1), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"[\d.,)]\s+[\d.,(√]", RegexOptions.CultureInvariant)]
    private static partial Regex BesideEachOther();

    /// <summary>Moves behind <c>e+00</c> and says how long it is.</summary>
    private int Exponent()
    {
        var end = _at + 1;
        if (_text[end] is '+' or '-')
            end++;
        var digits = end;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        if (end == digits || end - digits > 3)
            return 0;
        var length = end - _at;
        _at = end;
        return length;
    }
}
