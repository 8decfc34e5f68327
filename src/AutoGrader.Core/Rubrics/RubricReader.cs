using System.Security.Cryptography;
using System.Text;
using AutoGrader.Core.Formulas;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rubrics;

/// <summary>Reads rubric files. Takes text, not paths: Core opens no file.</summary>
public static class RubricReader
{
    /// <summary>The length from which on a text is refused unread.</summary>
    public const int MaximumCharacters = YamlTree.MaximumCharacters;

    /// <summary>Reads and checks a rubric; all errors at once, each with file, line and remedy.</summary>
    /// <param name="source">The YAML text.</param>
    /// <param name="fileName">Named in the errors.</param>
    public static RubricReadResult Read(string source, string fileName)
    {
        var text = Canonical(source);
        var errors = new RubricErrorList(fileName);
        var rubric = YamlTree.Parse(text, errors) is { } root ? SheetReader.Read(root, new WorkBudget(), errors) : null;
        return errors.IsEmpty && rubric is not null
            ? new RubricReadResult(new RubricVersion(HashOf(text), text, rubric), [])
            : new RubricReadResult(null, errors.InFileOrder());
    }

    // An editor on Windows must not make a new version of the same rubric.
    internal static string Canonical(string source) =>
        source.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string HashOf(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
