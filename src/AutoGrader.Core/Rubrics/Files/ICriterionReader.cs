namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Reads the criteria of one kind.</summary>
internal interface ICriterionReader
{
    /// <summary>The kind as named in the file.</summary>
    string Kind { get; }

    /// <summary>Reads what is special to the kind; the caller closes the mapping.</summary>
    Criterion Read(CriterionHead head, MappingReader fields, QuestionScope scope);
}
