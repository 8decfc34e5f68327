using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Documents.Intake;

/// <summary>
/// Which of a participant's files is the hand-in. The sheet asks for one ZIP. A single rightly named ZIP is taken; if another archive or
/// PDF lies beside it, which could be a newer report, a person has to look. Of two rightly named ZIPs neither is taken: nothing is picked
/// silently.
/// </summary>
/// <param name="File">The file; <c>null</c> where there is none or none can be chosen.</param>
/// <param name="Reason">What must be said about the choice.</param>
internal sealed record HandInChoice(HandInFile? File, Reason? Reason)
{
    private static readonly string[] PossibleReports = [".zip", ".pdf", ".rar", ".7z", ".tar", ".gz", ".tgz"];

    /// <summary>Chooses.</summary>
    /// <param name="handIn">The hand-in.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="anyName">Whether the names of ZIPs do not matter: the rule is off or overruled.</param>
    /// <param name="newest">Whether a person overruled the doubt, so that the newest of several counts.</param>
    public static HandInChoice Among(HandIn handIn, HandInRules rules, bool anyName, bool newest)
    {
        var files = handIn.Files;
        if (files.Count <= 1)
            return files.Count == 1 ? new(files[0], null) : new(null, HandInReasons.NoFile(handIn.HasOnlineText));
        var zips = files.Where(f => HasEnding(f, ".zip")).ToArray();
        var named = zips.Where(z => anyName || HandInName.TryParse(z.Name, rules, out _) is not null).ToArray();
        if (named.Length > 1)
            return newest && Newest(named) is { } last ? new(last, null) : new(null, HandInReasons.SeveralFiles(named));
        if (named.Length == 1)
        {
            var isAlone = !files.Any(f => f != named[0] && HasEnding(f, PossibleReports));
            return new(named[0], isAlone ? null : HandInReasons.OtherFiles(named[0], files));
        }
        return zips.Length > 1
            ? new(null, HandInReasons.NoneNamed(zips))
            : new(zips.FirstOrDefault() ?? files.FirstOrDefault(f => HasEnding(f, PossibleReports)) ?? files[0], null);
    }

    private static bool HasEnding(HandInFile file, params string[] endings) =>
        endings.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase);

    private static HandInFile? Newest(HandInFile[] files)
    {
        var latest = files.Max(f => f.UploadedAt);
        return latest is not null && files.Count(f => f.UploadedAt == latest) == 1 ? files.First(f => f.UploadedAt == latest) : null;
    }
}
