using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Editing;
using AutoGrader.Core.Rubrics.Sketching;
using AutoGrader.Web.Rubrics.Forms;

namespace AutoGrader.Web.Rubrics;

/// <summary>A text of a draft with what can be said of it.</summary>
/// <param name="Source">The text.</param>
/// <param name="Sketch">Its structure; <c>null</c> where it is not even YAML.</param>
/// <param name="Read">The rubric or the faults.</param>
public sealed record DraftView(string Source, RubricSketch? Sketch, RubricReadResult Read)
{
    private string[]? _lines;
    private RubricText? _text;

    public static DraftView Of(string source) => new(source, RubricSketcher.Of(source), RubricReader.Read(source, DraftText.RubricFile));

    /// <summary>The name of its file: the rubric's id, or where there is none, a word.</summary>
    public string FileName => Read.Version?.Rubric.Id ?? "rubric";

    /// <summary>How many faults a part has itself, those of the parts below it not counted.</summary>
    /// <param name="path">The path of the sheet, a question or a criterion.</param>
    public int FaultsOf(string path)
    {
        _text ??= new RubricText(Source);
        return Read.Errors.Count(fault => FaultPlaces.IsOf(_text, path, fault));
    }

    /// <summary>A line of the text, from 1, cut where it is long.</summary>
    public string Line(int number)
    {
        _lines ??= Source.Split('\n');
        var line = (_lines.ElementAtOrDefault(number - 1) ?? "").Trim();
        return line.Length > 100 ? line[..100] + "…" : line;
    }
}
