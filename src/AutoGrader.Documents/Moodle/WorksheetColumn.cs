namespace AutoGrader.Documents.Moodle;

/// <summary>The columns of a grading worksheet that mean something to us (formats, section 2.1).</summary>
internal enum WorksheetColumn
{
    Identifier,
    FullName,
    Email,
    Status,
    DueDate,
    Group,
    Grade,
    MaximumGrade,
    Scale,
    CanBeChanged,
    SubmissionModified,
    GradeModified,
    Comment,
}
