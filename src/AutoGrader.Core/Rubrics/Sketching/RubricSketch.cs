using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Rubrics.Sketching;

/// <summary>
/// What can be made out of a rubric's text while it is written, faults or not: its structure with the lines, sums of points, and the
/// reference values of every question whose computation is sound. Nothing is ever graded by it.
/// </summary>
/// <param name="Title">The title, as far as it is there.</param>
/// <param name="Declared">The points that the sheet declares; <c>null</c> where it does not, or they are no points.</param>
/// <param name="Questions">The questions in order.</param>
public sealed record RubricSketch(SketchedText Title, Points? Declared, IReadOnlyList<QuestionSketch> Questions)
{
    /// <summary>What the questions' criteria sum to.</summary>
    public Points Sum => Points.Sum(Questions.Select(q => q.Sum));

    /// <summary>Whether the declared points are the sum.</summary>
    public bool AddsUp => Declared == Sum;
}

/// <summary>A question of a <see cref="RubricSketch"/>.</summary>
/// <param name="Path">The keys and indices that lead to it, joined by <c>/</c>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Id">Its id; empty where there is none.</param>
/// <param name="Title">Its title, as far as it is there.</param>
/// <param name="Declared">The points it declares.</param>
/// <param name="Criteria">Its criteria in order.</param>
/// <param name="Reference">Its computed steps; <c>null</c> where nothing is computed or the computation has faults.</param>
public sealed record QuestionSketch(
    string Path, int Line, string Id, SketchedText Title, Points? Declared, IReadOnlyList<CriterionSketch> Criteria,
    ReferenceAnswer? Reference)
{
    /// <summary>What its criteria sum to.</summary>
    public Points Sum => Points.Sum(Criteria.Select(c => c.Points ?? Points.Zero));

    /// <summary>Whether the declared points are the sum.</summary>
    public bool AddsUp => Declared == Sum;
}

/// <summary>A criterion of a <see cref="QuestionSketch"/>.</summary>
/// <param name="Path">The keys and indices that lead to it, joined by <c>/</c>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Id">Its id; empty where there is none.</param>
/// <param name="Kind">Its kind as written.</param>
/// <param name="Text">Its text, as far as it is there.</param>
/// <param name="Points">Its points; <c>null</c> where these are none.</param>
/// <param name="Levels">How many levels it has.</param>
/// <param name="Examples">How many examples it has.</param>
public sealed record CriterionSketch(
    string Path, int Line, string Id, string Kind, SketchedText Text, Points? Points, int Levels, int Examples);

/// <summary>A text that may be there in both languages, one or none.</summary>
/// <param name="English">The English text; empty where there is none.</param>
/// <param name="German">The German text; empty where there is none.</param>
public sealed record SketchedText(string English, string German)
{
    /// <summary>The text in one language, or where it is missing, in the other.</summary>
    public string In(Language language) => (language == Language.German, English.Length > 0, German.Length > 0) switch
    {
        (true, _, true) or (false, false, true) => German,
        _ => English,
    };
}
