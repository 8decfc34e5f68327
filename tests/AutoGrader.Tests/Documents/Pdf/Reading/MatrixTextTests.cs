using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Documents.Pdf.Reading.Mathematics;
using AutoGrader.Documents.Pdf.Reading.Matrices;

namespace AutoGrader.Tests.Documents.Pdf.Reading;

/// <summary>What texts say about matrices: numbers, separators, names, values and factors.</summary>
public sealed class MatrixTextTests
{
    [Theory]
    [InlineData("0,5", 0.5)]
    [InlineData("0.5", 0.5)]
    [InlineData("1.", 1)]
    [InlineData(".5", 0.5)]
    [InlineData("-2", -2)]
    [InlineData("1/2", 0.5)]
    [InlineData("(13)/(2)", 6.5)]
    [InlineData("2/√3", 1.1547005383792517)]
    [InlineData("(2)/(sqrt(3))", 1.1547005383792517)]
    [InlineData("2√3", 3.4641016151377544)]
    [InlineData("1.5e+01", 15)]
    [InlineData("½", 0.5)]
    [InlineData("2 · 3", 6)]
    [InlineData("3^2", 9)]
    public void Parse_ANumber_ItsValue(string text, double value) => Assert.Equal(value, EntryValue.Parse(text)!.Value, 12);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1 2")]
    [InlineData("1,5 2")]
    [InlineData("1/0")]
    [InlineData("√(-1)")]
    [InlineData("1,2,3")]
    [InlineData("...")]
    [InlineData("((((((((((((((((((((((((((((1")]
    public void Parse_NoNumber_Null(string text) => Assert.Null(EntryValue.Parse(text));

    [Theory]
    [InlineData("[[1. 0.5]\n [0. 2. ]]", "1 0.5 | 0 2", 1)]
    [InlineData("tensor([[1.0000, 0.5000],\n        [0.0000, 2.0000]])", "1 0.5 | 0 2", 1)]
    [InlineData("{{1,2},{3,4}}", "1 2 | 3 4", 0.8)]
    [InlineData("{{1,2,3},{3,4,5}}", "1 2 3 | 3 4 5", 1)]
    [InlineData("[[0,5, 1], [2, 3]]", "0.5 1 | 2 3", 1)]
    [InlineData("[[0,5 1 0,5], [2 3 1]]", "0.5 1 0.5 | 2 3 1", 1)]
    [InlineData("[1 2; 3 4]", "1 2 | 3 4", 1)]
    [InlineData("[[1], [2]]", "1 | 2", 1)]
    [InlineData("[[-1.5e+00  2.0e-01]]", "-1.5 0.2", 1)]
    public void Find_PrintedMatrix_ItsNumbers(string text, string expected, double confidence)
    {
        var matrix = Assert.Single(PrintedMatrices.Find(Text(text)));
        Assert.Equal(expected, Show(matrix));
        Assert.Equal(confidence, matrix.Confidence);
        Assert.Equal(text.TrimStart("tensor(".ToCharArray()).TrimEnd(')'), text.Substring(matrix.Start, matrix.Length));
    }

    [Theory]
    [InlineData("[[a, b], [c, d]]")]
    [InlineData("[[1, 2], [3]]")]
    [InlineData("x[[1]")]
    [InlineData("{1, 2}")]
    public void Find_NoMatrixOfNumbers_Nothing(string text) => Assert.Empty(PrintedMatrices.Find(Text(text)));

    [Theory]
    [InlineData("row 1: 2, 2, 2\nrow 2: 0, 1, 1", "2 2 2 | 0 1 1")]
    [InlineData("q_1: 2, 2, 2\nq_2: 0, 1, 1", "2 2 2 | 0 1 1")]
    [InlineData("Zeile 1: 1,15; 1,15\nZeile 2: 0; 0,58", "1.15 1.15 | 0 0.58")]
    [InlineData("1  0.5\n0  2", "1 0.5 | 0 2")]
    [InlineData("1\t0,5\n0\t2", "1 0.5 | 0 2")]
    [InlineData("k1\tk2\n1\t2\n3\t4", "1 2 | 3 4")]
    [InlineData("q1\t1\t2\nq2\t3\t4", "1 2 | 3 4")]
    [InlineData("o_1 = (11, 15, 18)\no_2 = (5, 6.5, 7.5)", "11 15 18 | 5 6.5 7.5")]
    public void Find_Rows_OneMatrix(string text, string expected)
    {
        var matrix = Assert.Single(RowMatrices.Find(Text(text), Lines(text)));
        Assert.Equal(expected, Show(matrix));
    }

    [Fact]
    public void Find_RowsBesideABrokenRow_NotSure()
    {
        const string text = "1\t2\t3\n4\t5\t6\n7\t8";
        Assert.Equal(0.5, Assert.Single(RowMatrices.Find(Text(text), Lines(text))).Confidence);
    }

    [Theory]
    [InlineData("first: 3, 4\nanother: 5, 6")]
    [InlineData("1 2 3")]
    [InlineData("one\ttwo\nthree\tfour")]
    public void Find_NoRows_Nothing(string text) => Assert.Empty(RowMatrices.Find(Text(text), Lines(text)));

    [Theory]
    [InlineData("QK^T = [[1, 2]]", "QK^T:value")]
    [InlineData("QK^T = [[1, 2]][[3], [4]] = [[11, 0]]", "QK^T:factor QK^T:factor QK^T:value")]
    [InlineData("[[1, 2]]·[[3], [4]] = [[11, 0]]", "-:factor -:factor -:value")]
    [InlineData("S = [[1, 2]], A = [[3, 4]]", "S:value A:value")]
    [InlineData("S = [[1, 2]]\tA = [[3, 4]]", "S:value A:value")]
    [InlineData("A =\t[[3, 4]]", "A:value")]
    [InlineData("= [[3, 4]]", "-:value")]
    [InlineData("A = [[3, 4]]V", "A:factor")]
    [InlineData("A = [[3, 4]]^T", "A:factor")]
    [InlineData("A = c [[3, 4]]", "A:factor")]
    [InlineData("(QK^T)/(sqrt(3)) ≈ [[1, 2]].", "(QK^T)/(sqrt(3)):value")]
    [InlineData("Attention matrix: [[1, 2]]", "Attention matrix:value")]
    [InlineData("4. First the attention matrix: QK^T = [[1, 2]]", "QK^T:value")]
    public void Name_Equation_NamesAndValues(string text, string expected)
    {
        var mapped = Text(text);
        mapped.SetMatrices(PrintedMatrices.Find(mapped).ToList());
        var named = EquationReader.Name(text, mapped.Matrices, null);
        Assert.Equal(expected, string.Join(' ', named.Select(m => $"{m.Name ?? "-"}:{(m.IsValue ? "value" : "factor")}")));
    }

    [Theory]
    [InlineData("A = (1)/(2) [[2, 4]]", "1 2")]
    [InlineData("A = 0,5·[[2, 4]]", "1 2")]
    [InlineData("A = [[2, 4]]/2", "1 2")]
    [InlineData("A = (1)/(sqrt(4))[[2, 4]] = [[1, 2]]", "1 2")]
    public void Name_ScalarFactor_IsApplied(string text, string expected)
    {
        var mapped = Text(text);
        mapped.SetMatrices(PrintedMatrices.Find(mapped).ToList());
        var first = EquationReader.Name(text, mapped.Matrices, null)[0];
        Assert.True(first.IsValue);
        Assert.Equal(expected, Show(first));
    }

    [Theory]
    [InlineData("print(S)\nprint(A @ V)", "S|A @ V")]
    [InlineData("print(scores, scaled, sep=\"\\n\")", "scores|scaled")]
    [InlineData("for M in (S, A, out):\n    print(M, \"\\n\")", "S|A|out")]
    [InlineData("S = Q @ K.T\nS", "S")]
    [InlineData("print(np.round(att(Q, K), 2))", "np.round(att(Q, K), 2)")]
    public void Printed_Code_ItsExpressions(string code, string expected) =>
        Assert.Equal(expected, string.Join('|', PrintedNames.Printed(code)));

    [Theory]
    [InlineData("scores:\n[[1 2]\n [3 4]]", "scores")]
    [InlineData("S = [[1 2]\n [3 4]]", "S")]
    [InlineData("Q = np.array([[1, 2], [3, 4]])", "Q")]
    [InlineData("[[1 2]\n [3 4]]", null)]
    public void ByLabel_Output_TheLabelAbove(string text, string? expected)
    {
        var named = PrintedNames.ByLabel(text, PrintedMatrices.Find(Text(text)).ToList());
        Assert.Equal(expected, Assert.Single(named).Name);
    }

    [Theory]
    [InlineData("We compute the scores:", "We compute the scores")]
    [InlineData("First that. Attention matrix:", "Attention matrix")]
    [InlineData("QK^T ausgerechnet ergibt", "QK^T ausgerechnet ergibt")]
    [InlineData("A whole sentence.", null)]
    public void Introduction_BlockBefore_ItsLastSentence(string text, string? expected) =>
        Assert.Equal(expected, EquationReader.Introduction(text));

    private static MappedText Text(string text) => MappedText.Of(text, new Place(1, new Box(0, 0, 10, 10)));

    private static List<(int, int)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            lines.Add((start, line.Length));
            start += line.Length + 1;
        }

        return lines;
    }

    private static string Show(MatrixReading m)
    {
        string Row(int r) => string.Join(' ', Enumerable.Range(0, m.Columns).Select(c => Number(m[r, c].Value)));
        return string.Join(" | ", Enumerable.Range(0, m.Rows).Select(Row));
    }

    private static string? Number(double? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
