namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads a tolerance: one number for both differences, or a mapping that tells them apart.</summary>
internal static class ToleranceReader
{
    /// <summary>More digits than a double holds mean nothing.</summary>
    private const int MostDigits = 15;

    public static NumberTolerance Read(MappingReader fields, string key)
    {
        if (fields.Optional(key) is not YamlMap map)
            return fields.Number(key, 0, 1) is { } both ? NumberTolerance.Both(both) : NumberTolerance.Default;
        var parts = MappingReader.Open(map, new("a tolerance", "einer Toleranz"), fields.Errors)!;
        var tolerance = new NumberTolerance(
            parts.Number("absolute", 0, 1) ?? 0, parts.Number("relative", 0, 1) ?? 0, parts.Whole("significant-digits", 1, MostDigits));
        parts.Close();
        return tolerance;
    }
}
