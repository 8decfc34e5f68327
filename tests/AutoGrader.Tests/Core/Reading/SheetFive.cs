using AutoGrader.Core.Rubrics;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>The rubric of the repository.</summary>
internal static class SheetFive
{
    public static Rubric Rubric { get; } = Read();

    private static Rubric Read()
    {
        var path = TestData.InRepository("rubrics", "ivu-sheet-05.yaml");
        return RubricReader.Read(File.ReadAllText(path), "ivu-sheet-05.yaml").Version!.Rubric;
    }
}
