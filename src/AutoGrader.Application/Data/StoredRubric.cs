using AutoGrader.Core;

namespace AutoGrader.Application.Data;

/// <summary>An immutable rubric version.</summary>
public sealed class StoredRubric
{
    /// <summary>The content hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The rubric's id.</summary>
    public required string RubricId { get; init; }

    public required LocalizedText Title { get; init; }

    public required Points Maximum { get; init; }

    /// <summary>The canonical text.</summary>
    public required string Source { get; init; }

    /// <summary>The graded answers given with it last; <c>null</c> where there were none.</summary>
    public string? AnswersHash { get; set; }

    /// <summary>
    /// Whether it was imported by those who run the installation, for all courses; otherwise only courses that published it see it.
    /// </summary>
    public required bool IsShared { get; set; }

    /// <summary>When it was imported last; the latest version of an id is the one imported last.</summary>
    public required DateTime ImportedAt { get; set; }
}
