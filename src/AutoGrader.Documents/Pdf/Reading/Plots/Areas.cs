using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Where boxes lie to each other.</summary>
internal static class Areas
{
    public static bool Holds(this Box area, Box inner, double slack = 0) =>
        inner.X >= area.X - slack && inner.Right <= area.Right + slack
        && inner.Y >= area.Y - slack && inner.Bottom <= area.Bottom + slack;

    public static bool Touches(this Box area, Box other) =>
        other.X < area.Right && other.Right > area.X && other.Y < area.Bottom && other.Bottom > area.Y;

    public static Box Grow(this Box area, double by) => new(area.X - by, area.Y - by, area.Width + 2 * by, area.Height + 2 * by);

    /// <summary>The share of the shorter side that two boxes have in common from left to right.</summary>
    public static double ShareAcross(this Box a, Box b) =>
        (Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)) / Math.Min(a.Width, b.Width);

    /// <summary>The share of the shorter side that two boxes have in common from above to below.</summary>
    public static double ShareDown(this Box a, Box b) =>
        (Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y)) / Math.Min(a.Height, b.Height);
}
