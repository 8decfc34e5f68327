using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>One pair of axes.</summary>
/// <param name="Frame">What the axes enclose.</param>
/// <param name="Axes">The axes that have numbers, one at least.</param>
internal sealed record Plot(Box Frame, IReadOnlyList<TickAxis> Axes)
{
    // A strip that shows which colour stands for which number.
    private const double Slender = 6;

    /// <summary>The size of the numbers.</summary>
    public double Size => Axes[0].Size;

    /// <summary>The horizontal axis, if it has numbers.</summary>
    public TickAxis? XAxis => Axes.FirstOrDefault(a => !a.IsUpright);

    /// <summary>The vertical axis, if it has numbers.</summary>
    public TickAxis? YAxis => Axes.FirstOrDefault(a => a.IsUpright);

    /// <summary>Whether its axes cross in its midst, so that labels may stand anywhere.</summary>
    public bool IsCrossed => Axes.Any(a => a.IsUpright
        ? a.Line.At > Frame.X + Size && a.Line.At < Frame.Right - Size
        : a.Line.At > Frame.Y + Size && a.Line.At < Frame.Bottom - Size);

    /// <summary>Around the frame and the numbers.</summary>
    public Box Outer { get; } = Axes.Select(a => a.NumbersBox).Aggregate(Frame, (a, b) => a.Union(b));

    /// <summary>Whether it is the scale of colours beside a plot.</summary>
    public bool IsColourBar => Math.Max(Frame.Width / Frame.Height, Frame.Height / Frame.Width) > Slender;
}
