using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>What the buttons beside the fields do to the structure: <c>add-level:PATH</c>, <c>remove:PATH</c>, <c>up:PATH</c>.</summary>
internal static class DraftAct
{
    /// <summary>The text afterwards, or <c>null</c> where it cannot be done.</summary>
    public static string? Apply(string source, string act)
    {
        var (name, path) = act.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (act[..colon], act[(colon + 1)..]) : (act, "");
        return name switch
        {
            "remove" => RubricEditor.Remove(source, path),
            "up" => RubricEditor.MoveUp(source, path),
            _ => FormAdds.ByName.GetValueOrDefault(name)?.Apply(source, path),
        };
    }
}
