using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>The picture that is a page, as a scanner makes it.</summary>
/// <param name="Bytes">The picture as a file (JPEG or PNG).</param>
/// <param name="Pixels">Its size in pixels.</param>
/// <param name="Place">Where it stands on the page.</param>
internal sealed record PagePicture(byte[] Bytes, PageSize Pixels, Box Place)
{
    private const double SameProportion = 0.05;

    /// <summary>Whether it stands upright and undistorted, so that places in it are places on the page.</summary>
    public bool IsUpright =>
        Math.Abs(Pixels.Width / Pixels.Height / (Place.Width / Place.Height) - 1) < SameProportion;
}
