using System.Globalization;
using System.Text;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Core.Rubrics.Sheets;

/// <summary>
/// Begins a rubric from a sheet: its questions, points and texts are there, what earns the points is not. What a person has to add stands
/// at the top, and nobody earns anything by the rubric before it is added.
/// </summary>
public static class SheetRubric
{
    /// <summary>A phrase that no answer says, for levels that a person must still write.</summary>
    internal const string Placeholder = "replaceThisPhrase";

    /// <summary>The YAML text of a valid rubric.</summary>
    /// <param name="sheet">A sheet with at least one question.</param>
    /// <param name="fileName">The sheet's file, named in the remarks.</param>
    public static string Of(FoundSheet sheet, string fileName)
    {
        var points = sheet.Questions.Select(q => q.Points is { } p && p > Points.Zero ? p : Points.FromValue(1)).ToList();
        var title = sheet.Title.Length > 0 ? sheet.Title : "Sheet";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Begun from {fileName.ReplaceLineEndings(" ")}. To do:\n");
        foreach (var line in ToDo(sheet))
            text.Append(CultureInfo.InvariantCulture, $"# - {line}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nid: new-sheet\ntitle: {Both(title, 2)}\ncourse: {{en: Course, de: Kurs}}\n");
        text.Append(CultureInfo.InvariantCulture, $"points: {Points.Sum(points)}\n\nquestions:\n");
        foreach (var (place, question) in sheet.Questions.Index())
            Append(text, question, points[place]);
        return text.ToString();
    }

    private static IEnumerable<string> ToDo(FoundSheet sheet)
    {
        yield return $"Replace '{Placeholder}' by what answers say, and split criteria that earn points one by one.";
        yield return sheet.Language == Language.German ? "The English texts are copies of the German ones: translate them."
            : "The German texts are copies of the English ones: translate them.";
        if (sheet.Title.Length == 0)
            yield return "No title was found.";
        foreach (var question in sheet.Questions.Where(q => q.Points is not { } p || p == Points.Zero))
            yield return $"{question.Id}: no points were found; 1 stands for them.";
        foreach (var question in sheet.Questions.Where(q => q.Text.Length == 0))
            yield return $"{question.Id}: no text was found.";
        foreach (var doubt in sheet.Doubts)
            yield return doubt.ReplaceLineEndings(" ");
    }

    private static void Append(StringBuilder text, FoundQuestion question, Points points)
    {
        var title = question.Title.Length > 0 ? question.Title : $"Question {question.Id}";
        text.Append(CultureInfo.InvariantCulture, $"  - id: \"{question.Id}\"\n    points: {points}\n    title: {Both(title, 6)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    text: {Both(question.Text.Length > 0 ? question.Text : title, 6)}\n");
        if (question.Solution is { } solution)
            text.Append(CultureInfo.InvariantCulture,
                $"    solution: {YamlText.Literal(solution, 6) ?? YamlText.Scalar(solution, isInFlow: false)}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"    criteria:\n      - id: {question.Id}a\n        kind: concept\n        points: {points}\n");
        text.Append("        text: {en: What earns the points., de: Was die Punkte bringt.}\n        levels:\n");
        text.Append(CultureInfo.InvariantCulture,
            $"          - points: {points}\n            text: {{en: Said., de: Gesagt.}}\n            says:\n");
        text.Append(CultureInfo.InvariantCulture, $"              - {Placeholder}\n\n");
    }

    // One language is what the sheet is written in; the other waits for its translation.
    private static string Both(string value, int indent)
    {
        var (margin, scalar) = (new string(' ', indent), YamlText.Scalar(value, isInFlow: false));
        return $"\n{margin}en: {scalar}\n{margin}de: {scalar}";
    }
}
