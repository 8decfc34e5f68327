namespace AutoGrader.Core.Rubrics;

/// <summary>The smallest thing that earns points. Each kind of criterion is a subtype with a grader of its own.</summary>
public abstract record Criterion
{
    /// <summary>The question's id and a letter, such as <c>3.4a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The points it can earn.</summary>
    public required Points Maximum { get; init; }

    /// <summary>What earns them, for students and tutors.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How much of it students are told.</summary>
    public Disclosure Disclosure { get; init; } = Disclosure.Full;

    /// <summary>What to think about again, for students to whom no more is told; <c>null</c> for the question's title.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>The kind as named in rubric files.</summary>
    public abstract string Kind { get; }
}
