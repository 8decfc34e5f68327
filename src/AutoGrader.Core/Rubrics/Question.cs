namespace AutoGrader.Core.Rubrics;

/// <summary>A question of the sheet.</summary>
public sealed record Question
{
    /// <summary>The number as printed on the sheet, such as <c>3.4</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A few words that name the question.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question as printed on the sheet; students repeat it in their reports, and repeating it earns nothing.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>
    /// The worked solution as a student might type it (Markdown with LaTeX), with which the rubric is rehearsed; <c>null</c> for none.
    /// Where matrices are judged, the computed steps belong to it without being written. Never shown to students.
    /// </summary>
    public string? Solution { get; init; }

    /// <summary>The criteria in order; at least one.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>
    /// What is computed for the question; <c>null</c> where nothing is. Where no criterion judges its steps it only informs tutors.
    /// </summary>
    public Computation? Computation { get; init; }

    /// <summary>The symbolic shapes that the question asks for or builds on, by matrix; empty for other questions.</summary>
    public IReadOnlyDictionary<string, MatrixShape> Shapes { get; init; } = new Dictionary<string, MatrixShape>();

    /// <summary>What a row of each of these matrices is called ("query"), by matrix; any of the names may be missing.</summary>
    public IReadOnlyDictionary<string, Phrase> RowsAre { get; init; } = new Dictionary<string, Phrase>();

    /// <summary>
    /// The question that asks for <see cref="Shapes"/>, where this one builds on them: the letters a student chose there hold here, too;
    /// <c>null</c> where the shapes are its own.
    /// </summary>
    public string? ShapesFrom { get; init; }

    /// <summary>
    /// How many items the question asks for ("name two"): only the first so many of a list count; <c>null</c> where it asks for no list.
    /// </summary>
    public int? ItemsAsked { get; init; }

    /// <summary>What students name that earns nothing, yet counts as an item; may be empty.</summary>
    public IReadOnlyList<Phrase> OtherItems { get; init; } = [];

    /// <summary>Whether the answer is judged by matrices in it.</summary>
    public bool IsNumeric => Criteria.Any(criterion => criterion is MatrixCriterion);

    /// <summary>The question's points.</summary>
    public Points Maximum => Points.Sum(Criteria.Select(c => c.Maximum));
}
