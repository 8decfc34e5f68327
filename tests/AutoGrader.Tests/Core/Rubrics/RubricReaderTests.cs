using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Rubrics;

public sealed class RubricReaderTests
{
    [Fact]
    public void Read_SmallRubric_EveryKindOfCriterion()
    {
        var rubric = Valid(SmallRubric.Source).Rubric;

        Assert.Equal("small-sheet", rubric.Id);
        Assert.Equal(["1.1", "3.4", "3.5", "3.6"], rubric.Questions.Select(q => q.Id));
        Assert.Equal(["concept", "matrix", "shapes", "shapes", "complexity", "list", "axis"], rubric.Questions.SelectMany(q => q.Criteria)
            .Select(c => c.Kind));
        Assert.Equal(new DateTime(2026, 6, 8, 23, 59, 0, DateTimeKind.Unspecified), rubric.Due);
        Assert.Equal(Points.FromValue(7.5m), rubric.Maximum);
        Assert.Equal(2, rubric.Questions[0].ItemsAsked);
        Assert.Equal(rubric.Questions[2].Shapes, rubric.Questions[3].Shapes);
        Assert.Equal("query", rubric.Questions[3].RowsAre["Q"].Source);
        Assert.Equal(new HandInRules(), rubric.HandIn);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.10")]
    [InlineData("07")]
    [InlineData("1e3")]
    public void Read_UnquotedQuestionNumber_StaysText(string id)
    {
        var source = SmallRubric.Source.Replace("- id: 1.1\n", $"- id: {id}\n", StringComparison.Ordinal)
            .Replace("- id: 1.1a", $"- id: {id}a", StringComparison.Ordinal);

        Assert.Equal(id, Valid(source).Rubric.Questions[0].Id);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    [InlineData("12:30")]
    [InlineData("2026-06-08")]
    [InlineData("0x1F")]
    public void Read_PlainTextThatYamlTakesForSomethingElse_StaysText(string text)
    {
        var source = SmallRubric.Source.Replace("{en: Why memory?, de: Warum Gedächtnis?}", $"{{en: {text}, de: {text}}}",
            StringComparison.Ordinal);

        Assert.Equal(new LocalizedText(text, text), Valid(source).Rubric.Questions[0].Text);
    }

    [Theory]
    [InlineData("tolerance: 0.02", 0.02, 0.02, null)]
    [InlineData("tolerance: {absolute: 0.02}", 0.02, 0, null)]
    [InlineData("tolerance: {relative: 0.1, significant-digits: 3}", 0, 0.1, 3)]
    public void Read_Tolerance_OneNumberForBothOrEachOnItsOwn(string line, double absolute, double relative, int? digits)
    {
        var source = SmallRubric.Source.Replace("tolerance: 0.01", line, StringComparison.Ordinal);

        Assert.Equal(new NumberTolerance(absolute, relative, digits), Valid(source).Rubric.Questions[1].Computation!.Tolerance);
    }

    [Theory]
    [MemberData(nameof(RubricFault.All), MemberType = typeof(RubricFault))]
    public void Read_Fault_NamesLineColumnMessageAndRemedy(RubricFault fault)
    {
        Assert.NotEqual(SmallRubric.Source, fault.Source);

        var result = RubricReader.Read(fault.Source, "small.yaml");

        Assert.Null(result.Version);
        var error = Assert.Single(result.Errors, e => e.Message.English.Contains(fault.Says, StringComparison.Ordinal));
        Assert.Contains(fault.Remedy, error.Remedy.English, StringComparison.Ordinal);
        Assert.All(result.Errors, BothLanguages.Agree);
        var (line, column) = PlaceOf(fault.At, fault.Source);
        Assert.Equal(("small.yaml", line), (error.File, error.Line));
        if (!fault.AnyColumn)
            Assert.Equal(column, error.Column);
        if (!fault.Others)
            Assert.Single(result.Errors);
    }

    [Fact]
    public void Read_SeveralFaults_AllAtOnceInTheFilesOrder()
    {
        var source = SmallRubric.Source
            .Replace("[0.5, 1]]", "[0.5]]", StringComparison.Ordinal)
            .Replace("zip-name: true", "zip-nam: true", StringComparison.Ordinal)
            .Replace("kind: complexity", "kind: complexty", StringComparison.Ordinal);

        var lines = RubricReader.Read(source, "small.yaml").Errors.Select(e => e.Line).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal(lines.Order(), lines);
    }

    [Fact]
    public void ToString_OfAnError_IsWhatEditorsUnderstand()
    {
        var errors = RubricReader.Read(SmallRubric.Source.Replace("kind: matrix", "kind: matrices", StringComparison.Ordinal), "small.yaml")
            .Errors;

        Assert.Equal("small.yaml:58:15: There is no kind of criterion 'matrices'. Did you mean 'matrix'?", Assert.Single(errors)
            .ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing here\n")]
    [InlineData("just a text")]
    [InlineData("- a\n- list")]
    [InlineData("null")]
    [InlineData("\0\u0001")]
    [InlineData("id: \"\\ud800\"")]
    public void Read_NoRubricAtAll_OneErrorOrMore(string source) => Assert.NotEmpty(RubricReader.Read(source, "x.yaml").Errors);

    [Fact]
    public void Read_DeeplyNested_IsRefusedQuickly() => Assert.Contains(
        RubricReader.Read("id: " + new string('[', 500_000), "x.yaml").Errors, e =>
            e.Message.English.Contains("nested deeper", StringComparison.Ordinal));

    [Fact]
    public void Read_TooLarge_IsRefused() => Assert.Contains(
        RubricReader.Read(new string('#', 1_000_001), "x.yaml").Errors,
        e => e.Message.English.Contains("larger than", StringComparison.Ordinal));

    [Fact]
    public void Read_BillionLaughs_IsRefusedAtTheFirstAnchor()
    {
        const string bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n";

        Assert.Equal(1, Assert.Single(RubricReader.Read(bomb, "x.yaml").Errors).Line);
    }

    [Fact]
    public void Read_FileSpoiltAtRandom_IsReadOrExplained()
    {
        const string signs = "\n\t :-[]{}\"'*&!|>%@`#,?\0\ud800é~1";
        var random = new Random(5);
        for (var i = 0; i < 1500; i++)
        {
            var start = random.Next(SmallRubric.Source.Length);
            var removed = random.Next(Math.Min(12, SmallRubric.Source.Length - start));
            var inserted = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => signs[random.Next(signs.Length)]));
            var source = SmallRubric.Source.Remove(start, removed).Insert(start, inserted);

            var result = RubricReader.Read(source, "x.yaml");

            Assert.NotEqual(result.Version is null, result.Errors.Count == 0);
            Assert.All(result.Errors, e => Assert.InRange(e.Line, 1, source.Count(c => c is '\n' or '\r') + 2));
        }
    }

    [Fact]
    public void Read_ManyErrors_StopsAtAHundred()
    {
        var source = string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"wrong{i}: 1\n")));

        Assert.Equal(100, RubricReader.Read(source, "x.yaml").Errors.Count);
    }

    [Fact]
    public void Read_WindowsLineEndsAndByteOrderMark_SameVersion()
    {
        var unix = Valid(SmallRubric.Source);
        var windows = Valid("\uFEFF" + SmallRubric.Source.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(unix.Hash, windows.Hash);
        Assert.Equal(SmallRubric.Source, windows.Source);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SmallRubric.Source))), unix.Hash);
    }

    [Fact]
    public void Read_ACommentChanged_AnotherVersion() =>
        Assert.NotEqual(Valid(SmallRubric.Source).Hash, Valid(SmallRubric.Source + "# note\n").Hash);

    internal static RubricVersion Valid(string source)
    {
        var result = RubricReader.Read(source, "test.yaml");
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        return result.Version!;
    }

    private static (int Line, int Column) PlaceOf(string text, string source)
    {
        var index = source.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{text}' is not in the source.");
        var before = source[..index];
        return (before.Count(c => c == '\n') + 1, index - (before.LastIndexOf('\n') + 1) + 1);
    }
}
