using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Raw;

/// <summary>What is drawn on a page beside letters, as far as plots need it. All within their clipping boxes.</summary>
/// <param name="Lines">Upright and level lines, edges of areas among them.</param>
/// <param name="Curves">What is stroked and is neither.</param>
/// <param name="Areas">Filled boxes.</param>
internal sealed record RawDrawing(IReadOnlyList<RawLine> Lines, IReadOnlyList<RawCurve> Curves, IReadOnlyList<Box> Areas)
{
    /// <summary>Nothing, or too much to look at.</summary>
    public static RawDrawing Empty { get; } = new([], [], []);
}

/// <summary>An upright or a level line.</summary>
/// <param name="IsUpright">Whether it runs from above to below.</param>
/// <param name="At">Its distance from the left edge where it is upright, from the upper edge where it is level.</param>
/// <param name="From">Where it begins: above or left.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Look">How it is stroked; <c>null</c> for the edge of an area.</param>
internal sealed record RawLine(bool IsUpright, double At, double From, double To, LineLook? Look)
{
    public double Length => To - From;
}

/// <summary>A stroked path that is more than upright and level lines.</summary>
/// <param name="Box">Around what shows of it.</param>
/// <param name="Look">How it is stroked.</param>
/// <param name="Pieces">How many pieces it has.</param>
internal sealed record RawCurve(Box Box, LineLook Look, int Pieces);

/// <summary>What tells one line from another.</summary>
/// <param name="Colour">Its colour; <c>null</c> where that is a pattern.</param>
/// <param name="Dash">Lengths of dashes and gaps; empty where it has none.</param>
internal readonly record struct LineLook(Rgb? Colour, string Dash);
