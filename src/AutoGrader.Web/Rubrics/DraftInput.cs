using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;
using AutoGrader.Web.Rubrics.Forms;
using Microsoft.AspNetCore.Http;

namespace AutoGrader.Web.Rubrics;

/// <summary>What the editor's form sends: the text, and the fields with what stood in them before.</summary>
/// <param name="Source">The text with what was typed into fields; <c>null</c> where it is larger than a rubric may be.</param>
/// <param name="Refused">What could not be brought into the text.</param>
internal sealed record DraftInput(string? Source, IReadOnlyList<DraftRefusal> Refused)
{
    /// <summary>Begins the name of a field that holds a value.</summary>
    public const string Now = "now:";

    /// <summary>Begins the name of a field that holds what stood there.</summary>
    public const string Was = "was:";

    /// <summary>Begins the name of a field that says how a value is typed (<see cref="DraftFieldKind"/>).</summary>
    public const string Kind = "kind:";

    /// <summary>Stands before the path where a field holds the key of an entry.</summary>
    public const string Key = "key:";

    // As many as the form of one part may have, with room.
    private const int MostFields = 2000;

    private static readonly LocalizedText NotHere =
        new("It cannot be changed here: change the text.", "Es lässt sich hier nicht ändern: Ändern Sie den Text.");

    private static readonly LocalizedText KeyTaken =
        new("Another has this name, or it is none.", "Ein anderer Eintrag heißt so, oder das ist kein Name.");

    public static DraftInput Of(IFormCollection form)
    {
        if (DraftText.Kept(form["source"]) is not { } source)
            return new DraftInput(null, []);
        var refused = new List<DraftRefusal>();
        foreach (var name in form.Keys.Where(k => k.StartsWith(Now, StringComparison.Ordinal)).Take(MostFields))
        {
            var path = name[Now.Length..];
            var (now, was) = (Lines(form[name]), Lines(form[Was + path]));
            if (now == was)
                continue;
            var (changed, problem) = Change(source, path, now, KindOf(form[Kind + path]));
            if (changed is null)
                refused.Add(new DraftRefusal(path, now, problem));
            source = changed ?? source;
        }
        if (form["do"] is [{ } act])
        {
            if (DraftAct.Apply(source, act) is { } done)
                source = done;
            else
                refused.Add(new DraftRefusal(act[(act.IndexOf(':', StringComparison.Ordinal) + 1)..], "", NotHere));
        }
        return new DraftInput(DraftText.Kept(source), refused);
    }

    private static (string? Source, LocalizedText Problem) Change(string source, string path, string value, DraftFieldKind kind)
    {
        LocalizedText? problem = null;
        var changed = path.StartsWith(Key, StringComparison.Ordinal) ? RubricEditor.Rename(source, path[Key.Length..], value) : kind switch
        {
            DraftFieldKind.Lines => RubricEditor.SetLines(source, path, Items(value, '\n')),
            DraftFieldKind.Words => RubricEditor.SetLines(source, path, Items(value, ',')),
            DraftFieldKind.Number => RubricEditor.SetNumber(source, path, value),
            DraftFieldKind.Numbers or DraftFieldKind.Matrix =>
                RubricEditor.SetNumbers(source, path, value, kind == DraftFieldKind.Matrix, out problem),
            _ => RubricEditor.Set(source, path, value),
        };
        return (changed, problem ?? (path.StartsWith(Key, StringComparison.Ordinal) ? KeyTaken : NotHere));
    }

    private static string[] Items(string value, char between) =>
        value.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DraftFieldKind KindOf(string? name) => Enum.TryParse<DraftFieldKind>(name, out var kind) ? kind : DraftFieldKind.Line;

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").TrimEnd();
}

/// <summary>Something typed that could not be brought into a rubric's text.</summary>
/// <param name="Path">The field's path.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Problem">Why, and what to do.</param>
public sealed record DraftRefusal(string Path, string Value, LocalizedText Problem);
