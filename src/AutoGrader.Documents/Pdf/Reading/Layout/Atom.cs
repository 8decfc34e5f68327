using System.Runtime.CompilerServices;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Layout;

/// <summary>What an <see cref="Atom"/> is made of.</summary>
internal enum AtomKind
{
    /// <summary>One letter.</summary>
    Letter,

    /// <summary>A sign such as ∑ that may carry limits above and below.</summary>
    LargeOperator,

    /// <summary>A fraction, root, or bracketed expression taller than a line.</summary>
    Composite,

    /// <summary>A matrix.</summary>
    Matrix,

    /// <summary>A row of a table.</summary>
    TableRow,
}

/// <summary>The smallest thing that is set on a line: a letter, or a formula built from letters.</summary>
internal sealed record Atom
{
    public AtomKind Kind { get; init; }

    public required MappedText Text { get; init; }

    /// <summary>The box around the ink.</summary>
    public required Box Box { get; init; }

    /// <summary>Where its advance begins.</summary>
    public required double Left { get; init; }

    /// <summary>Where its advance ends.</summary>
    public required double Right { get; init; }

    /// <summary>The baseline of the line it is set on.</summary>
    public required double Baseline { get; init; }

    /// <summary>Font size.</summary>
    public required double Size { get; init; }

    /// <summary>Whether it is centred on the line's axis, as fractions and matrices are; its baseline is an estimate then.</summary>
    public bool Centred { get; init; }

    /// <summary>The font's name; empty for formulas built from letters.</summary>
    public string Font { get; init; } = "";

    public bool Bold { get; init; }

    public bool Monospaced { get; init; }

    /// <summary>Whether it comes from a font for formulas.</summary>
    public bool Mathematical { get; init; }

    /// <summary>Whether the font does not say what the letter is.</summary>
    public bool Unknown { get; init; }

    /// <summary>Whether a blank letter follows in the file.</summary>
    public bool BlankAfter { get; init; }

    /// <summary>Whether blanks are letters on its page, so that gaps between letters mean less.</summary>
    public bool BlanksAreLetters { get; init; }

    /// <summary>Whether a matrix stands inside, at any depth.</summary>
    public bool HoldsMatrix => Text.Matrices.Count > 0;

    /// <summary>The height on which bars, equation signs and centred formulas of its line lie.</summary>
    public double Axis => Baseline - Measures.AxisHeight * Size;

    /// <summary>Atoms are things on a page: equal only to themselves.</summary>
    public bool Equals(Atom? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public double Centre => (Left + Right) / 2;

    public double Middle => Box.Y + Box.Height / 2;
}
