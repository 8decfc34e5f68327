namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A4 with its margins, in points.</summary>
internal static class PageFormat
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Left = 56;
    public const double Right = Width - 56;
    public const double Top = 54;
    public const double Bottom = Height - 62;
    public const double Footer = Height - 36;
    public const double TextWidth = Right - Left;
}
