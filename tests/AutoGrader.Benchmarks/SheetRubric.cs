using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Benchmarks;

/// <summary>The rubric that the corpus was marked by.</summary>
internal static class SheetRubric
{
    public static Rubric Read()
    {
        const string Name = "ivu-sheet-05.yaml";
        var result = RubricReader.Read(File.ReadAllText(TestData.InRepository("rubrics", Name)), Name);
        return result.Version?.Rubric ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
