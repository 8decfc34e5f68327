namespace AutoGrader.Core.Reading;

/// <summary>The size of a page as displayed (after rotation and cropping), in PDF points.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record PageSize(double Width, double Height);
