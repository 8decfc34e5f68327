using System.Text.RegularExpressions;

namespace AutoGrader.Documents.Moodle;

/// <summary>What the path of an entry of "Download all submissions" says (formats, sections 1.2 and 1.3).</summary>
/// <param name="Wrapper">The folders before Moodle's own, such as one that unpacking made; empty for none.</param>
/// <param name="Name">The person's or group's name, cleaned by Moodle.</param>
/// <param name="Number">The participant's or group's number; <c>null</c> for the default group, which has none.</param>
/// <param name="Plugin">The kind of submission: <c>file</c>, <c>onlinetext</c>, or another plugin's name.</param>
/// <param name="Path">The student's own path and file name.</param>
internal sealed partial record MoodleEntry(string Wrapper, string Name, string? Number, string Plugin, string Path)
{
    /// <summary>
    /// Reads a path with <c>/</c>. The first component from outside that fits decides: what students can name lies further in, so a
    /// student cannot pass a file off as someone else's.
    /// </summary>
    public static MoodleEntry? TryParse(string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var match = Component().Match(parts[i]);
            if (!match.Success)
                continue;
            var rest = match.Groups["rest"].Value;
            var inner = string.Join('/', parts[(i + 1)..]);
            if (rest.Length == 0 && inner.Length == 0)
                return null;
            return new(
                string.Join('/', parts[..i]),
                match.Groups["name"].Value,
                match.Groups["id"] is { Success: true } id ? id.Value : null,
                match.Groups["type"].Value,
                rest.Length == 0 ? inner : inner.Length == 0 ? rest : $"{rest}/{inner}");
        }
        return null;
    }

    // Moodle replaced every underscore in the name, so the first one ends it; a greedy search would take a student's own file name for the
    // number.
    [GeneratedRegex("^(?<name>[^_]*)(?:_(?<id>[0-9]+))?_assignsubmission_(?<type>[a-z0-9]+)(?:_(?<rest>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Component();
}
