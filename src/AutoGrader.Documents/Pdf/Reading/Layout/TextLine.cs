using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>One printed line.</summary>
internal sealed class TextLine
{
    public TextLine(int page, IReadOnlyList<Atom> atoms)
    {
        Page = page;
        Atoms = [.. atoms.OrderBy(a => a.Left)];
        (_, Baseline) = Linearizer.Prevailing(Atoms);
        Size = MostLettersSize();
        Text = Linearizer.Line(Atoms);
        Box = Atoms.Select(a => a.Box).Aggregate((a, b) => a.Union(b));
        Left = Atoms.Min(a => a.Left);
        Right = Atoms.Max(a => a.Right);
        var letters = Atoms.Where(a => a.Kind == AtomKind.Letter).ToList();
        var behindNumber = letters.SkipWhile(a => !a.Bold && (char.IsAsciiDigit(a.Text[0]) || "().:".Contains(a.Text[0])));
        Bold = IsBold(letters) || IsBold([.. behindNumber]);
        Monospaced = letters.Count > 0 && letters.Count(a => a.Monospaced) >= letters.Count * 0.8;
        BoldPrefix = CountBoldPrefix();
    }

    public int Page { get; }

    public IReadOnlyList<Atom> Atoms { get; }

    public MappedText Text { get; }

    public Box Box { get; }

    public double Left { get; }

    public double Right { get; }

    /// <summary>The size of most letters; formulas within a line may be set larger.</summary>
    public double Size { get; }

    public double Baseline { get; }

    public bool Bold { get; }

    public bool Monospaced { get; }

    /// <summary>How many characters of the text are bold from its beginning.</summary>
    public int BoldPrefix { get; }

    /// <summary>Whether the line stands on a shaded area, as code cells do.</summary>
    public bool Shaded { get; init; }

    /// <summary>The column the line stands in.</summary>
    public Column Column { get; init; } = new(0, 0, 0);

    private double MostLettersSize() =>
        Atoms.GroupBy(a => Math.Round(a.Size, 1))
            .OrderByDescending(g => g.Sum(a => a.Kind == AtomKind.Letter ? 3 : 1))
            .ThenByDescending(g => g.Key)
            .First().First().Size;

    /// <summary>Formulas have no bold letters of their own in a bold heading.</summary>
    private static bool IsBold(List<Atom> letters) => letters.Any(a => a.Bold) && letters.All(a => a.Bold || a.Mathematical);

    private int CountBoldPrefix()
    {
        if (Bold)
            return Text.Length;
        var firstPlain = Atoms.FirstOrDefault(a => !a.Bold);
        if (firstPlain is null || ReferenceEquals(firstPlain, Atoms[0]))
            return 0;
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text.PlaceOf(i).Box == firstPlain.Text.PlaceOf(0).Box && !char.IsWhiteSpace(Text[i]))
                return i;
        }

        return 0;
    }
}

/// <summary>A column of a page.</summary>
/// <param name="Index">Its place in reading order on the page.</param>
/// <param name="Left">Where its text begins.</param>
/// <param name="Right">Where its text ends.</param>
internal sealed record Column(int Index, double Left, double Right);
