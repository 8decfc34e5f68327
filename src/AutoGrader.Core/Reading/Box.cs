namespace AutoGrader.Core.Reading;

/// <summary>A rectangle on a page as displayed, in PDF points (1/72 inch), origin top left, y downwards.</summary>
/// <param name="X">Distance of the left edge from the page's left edge.</param>
/// <param name="Y">Distance of the upper edge from the page's upper edge.</param>
/// <param name="Width">Width, not negative.</param>
/// <param name="Height">Height, not negative.</param>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The smallest box around both.</summary>
    public Box Union(Box other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}
