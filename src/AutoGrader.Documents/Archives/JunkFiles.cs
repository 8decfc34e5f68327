namespace AutoGrader.Documents.Archives;

/// <summary>Files that operating systems leave behind and nobody handed in on purpose.</summary>
internal static class JunkFiles
{
    /// <summary>Whether a path (with <c>/</c>) names such a file, or lies in such a folder.</summary>
    public static bool IsJunk(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Contains("__MACOSX", StringComparer.OrdinalIgnoreCase) || parts.Length > 0 && IsJunkName(parts[^1]);
    }

    private static bool IsJunkName(string name) =>
        name.StartsWith("._", StringComparison.Ordinal) ||
        name.Equals(".DS_Store", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
}
