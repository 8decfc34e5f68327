namespace AutoGrader.Core.Rubrics;

/// <summary>Reads rubric files. Takes text, not paths: Core opens no file.</summary>
public static class RubricReader
{
    /// <summary>Reads and checks a rubric; all errors at once, each with file, line and remedy.</summary>
    /// <param name="source">The YAML text.</param>
    /// <param name="fileName">Named in the errors.</param>
    public static RubricReadResult Read(string source, string fileName) => throw new NotImplementedException();
}
