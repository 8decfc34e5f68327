namespace AutoGrader.Core.Rubrics;

/// <summary>The hand-in rules of a sheet. The defaults are those of architecture section 9.</summary>
public sealed record HandInRules
{
    /// <summary>Least number of digits of a matriculation number.</summary>
    public int MinimumDigits { get; init; } = 5;

    /// <summary>Largest number of digits of a matriculation number.</summary>
    public int MaximumDigits { get; init; } = 10;

    /// <summary>Whether the ZIP must be named <c>Surname-MatriculationNumber.zip</c>.</summary>
    public bool RequireZipName { get; init; } = true;

    /// <summary>Whether the PDF's name must contain the same surname and number.</summary>
    public bool RequirePdfName { get; init; } = true;

    /// <summary>Whether a surname that differs from the Moodle name needs review.</summary>
    public bool CompareIdentity { get; init; } = true;
}
