using System.Globalization;

namespace AutoGrader.Documents.Pdf.Reading.Raw.Outlines;

/// <summary>Reads the path data of font outlines: absolute commands only, as fonts are written. Y grows upwards there, downwards
/// here.</summary>
internal static class SvgPath
{
    /// <summary>The contours of a path.</summary>
    /// <exception cref="FormatException">The path has a command that no font outline uses.</exception>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Contours(string path)
    {
        var builder = new ContourBuilder();
        var at = 0;
        var control = (X: 0.0, Y: 0.0);
        var command = ' ';
        while (at < path.Length)
        {
            if (char.IsLetter(path[at]))
                command = path[at++];
            else if (command == 'M')
                command = 'L';
            if (command == 'Z')
            {
                builder.Close();
                continue;
            }

            control = Draw(builder, command, control, () => Number(path, ref at));
            SkipBlanks(path, ref at);
        }

        return builder.Contours;
    }

    /// <summary>Carries out a command; gives the control point that a smooth curve goes on from.</summary>
    private static (double X, double Y) Draw(ContourBuilder builder, char command, (double X, double Y) control, Func<double> number)
    {
        switch (command)
        {
            case 'M':
                builder.MoveTo(number(), -number());
                return builder.Pen;
            case 'L':
                builder.LineTo(number(), -number());
                return builder.Pen;
            case 'H':
                builder.LineTo(number(), builder.Pen.Y);
                return builder.Pen;
            case 'V':
                builder.LineTo(builder.Pen.X, -number());
                return builder.Pen;
            case 'Q':
                control = (number(), -number());
                builder.QuadraticTo(control, (number(), -number()));
                return control;
            case 'T':
                control = (2 * builder.Pen.X - control.X, 2 * builder.Pen.Y - control.Y);
                builder.QuadraticTo(control, (number(), -number()));
                return control;
            case 'C':
                builder.CubicTo((number(), -number()), (number(), -number()), (number(), -number()));
                return builder.Pen;
            default:
                throw new FormatException($"Outlines of fonts have no command {command}.");
        }
    }

    private static double Number(string path, ref int at)
    {
        SkipBlanks(path, ref at);
        var start = at;
        if (at < path.Length && path[at] == '-')
            at++;
        while (at < path.Length && (char.IsAsciiDigit(path[at]) || path[at] == '.'))
            at++;
        return double.Parse(path.AsSpan(start, at - start), CultureInfo.InvariantCulture);
    }

    private static void SkipBlanks(string path, ref int at)
    {
        while (at < path.Length && path[at] is ' ' or ',')
            at++;
    }
}
