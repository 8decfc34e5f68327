namespace AutoGrader.Documents.Html.Svg;

/// <summary>How much may still be drawn, so that no file makes a view that no browser opens.</summary>
internal sealed class SvgBudget
{
    /// <summary>Characters of all pages together.</summary>
    private long _text = 24_000_000;

    /// <summary>Bytes of all images together.</summary>
    private long _images = 24_000_000;

    /// <summary>Points of one image before it is unpacked.</summary>
    public static long LargestImage => 12_000_000;

    public bool IsSpent => _text <= 0;

    public void Spend(int text) => _text -= text;

    /// <summary>Whether an image of this size still fits; if so, it counts.</summary>
    public bool TrySpendImage(int bytes)
    {
        if (bytes > _images)
            return false;
        _images -= bytes;
        return true;
    }
}
