using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core.Rubrics.Editing;
using Microsoft.AspNetCore.Http;

namespace AutoGrader.Web.Rubrics;

/// <summary>What the editor's form sends: the text, and the fields with what stood in them before.</summary>
/// <param name="Source">The text with what was typed into fields; <c>null</c> where it is larger than a rubric may be.</param>
/// <param name="Refused">The paths of fields that could not be brought into the text.</param>
internal sealed record DraftInput(string? Source, IReadOnlyList<string> Refused)
{
    /// <summary>Begins the name of a field that holds a value.</summary>
    public const string Now = "now:";

    /// <summary>Begins the name of a field that holds what stood there.</summary>
    public const string Was = "was:";

    // As many as the form of one part may have, with room.
    private const int MostFields = 1000;

    public static DraftInput Of(IFormCollection form)
    {
        if (DraftText.Kept(form["source"]) is not { } source)
            return new DraftInput(null, []);
        var refused = new List<string>();
        foreach (var name in form.Keys.Where(k => k.StartsWith(Now, StringComparison.Ordinal)).Take(MostFields))
        {
            var path = name[Now.Length..];
            var (now, was) = (Lines(form[name]), Lines(form[Was + path]));
            if (now == was)
                continue;
            if (Change(source, path, now, form.ContainsKey($"{Was}{path}:lines")) is { } changed)
                source = changed;
            else
                refused.Add(path);
        }
        if (form["do"] is [{ } act] && DraftAct.Apply(source, act) is { } done)
            source = done;
        return new DraftInput(DraftText.Kept(source), refused);
    }

    private static string? Change(string source, string path, string value, bool isLines) => isLines
        ? RubricEditor.SetLines(source, path, [.. value.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)])
        : RubricEditor.Set(source, path, value);

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").TrimEnd();
}
