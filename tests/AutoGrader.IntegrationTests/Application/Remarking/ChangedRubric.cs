using AutoGrader.Core.Rubrics;

namespace AutoGrader.IntegrationTests.Application.Remarking;

/// <summary>Versions of the corpus' rubric that differ in one place, as an instructor would have typed it.</summary>
internal static class ChangedRubric
{
    /// <summary>Another threshold of confidence: nothing but review changes.</summary>
    public static RubricVersion StricterReview => With("review-below: 0.8 ", "review-below: 0.95 ");

    /// <summary>The rubric with a piece of its text replaced.</summary>
    public static RubricVersion With(params (string Old, string New)[] edits)
    {
        var text = Installation.Rubric.Source;
        foreach (var (old, replacement) in edits)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }
        var read = RubricReader.Read(text, "changed.yaml");
        Assert.Empty(read.Errors);
        return read.Version!;
    }

    public static RubricVersion With(string old, string replacement) => With((old, replacement));
}
