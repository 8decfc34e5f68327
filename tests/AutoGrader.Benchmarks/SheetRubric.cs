using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks;

/// <summary>The rubric that the corpus was marked by.</summary>
internal static class SheetRubric
{
    public static Rubric Read() =>
        Read(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"));

    /// <summary>The rubric of a file, or that of graded answers where no file is named.</summary>
    public static Rubric ReadOr(string? path, IReadOnlyList<AnswerLine> answers) =>
        path is null ? AnswersOnly.RubricOf(answers) : Read(path);

    public static Rubric Read(string path) => Version(path).Rubric;

    public static RubricVersion Version() => Version(TestData.InRepository("rubrics", "ivu-sheet-05.yaml"));

    private static RubricVersion Version(string path)
    {
        var result = RubricReader.Read(File.ReadAllText(path), path);
        return result.Version ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
