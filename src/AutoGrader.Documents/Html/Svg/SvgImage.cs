using AutoGrader.Documents.Pdf.Painting;

namespace AutoGrader.Documents.Html.Svg;

/// <summary>Packs an image of a page into a data URI.</summary>
internal static class SvgImage
{
    /// <summary>The URI, or <c>null</c> where the image is too large or cannot be unpacked.</summary>
    public static string? DataUri(PaintedImage painted, SvgBudget budget)
    {
        try
        {
            var image = painted.Image();
            if ((long)image.WidthInSamples * image.HeightInSamples > SvgBudget.LargestImage)
                return null;
            var raw = image.RawMemory;
            if (raw.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && image.MaskImage is null)
                return Uri("image/jpeg", raw.Span, budget);
            return image.TryGetPng(out var png) ? Uri("image/png", png, budget) : null;
        }
        catch (Exception)
        {
            // The library throws what it likes for damaged samples; the page is drawn without them.
            return null;
        }
    }

    private static string? Uri(string type, ReadOnlySpan<byte> content, SvgBudget budget) =>
        budget.TrySpendImage(content.Length) ? $"data:{type};base64,{Convert.ToBase64String(content)}" : null;
}
