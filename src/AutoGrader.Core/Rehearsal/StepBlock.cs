using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rehearsal;

/// <summary>Writes the value of a step as a report would show it, read without fault.</summary>
internal static class StepBlock
{
    /// <summary>A displayed equation: the step's name and its matrix.</summary>
    public static ReportBlock Of(string name, Matrix<double> value)
    {
        var rows = value.EnumerateRows().Select(row => $"[{string.Join(", ", row.Select(ValueText.Of))}]");
        var matrix = $"[{string.Join(", ", rows)}]";
        var text = $"{name} = {matrix}";
        return new ReportBlock
        {
            Kind = BlockKind.Formula,
            Text = text,
            Lines = [new ReportLine(0, text.Length, 1, default)],
            Matrices =
            [
                new MatrixReading
                {
                    Rows = value.RowCount,
                    Columns = value.ColumnCount,
                    Entries = [.. value.EnumerateRows().SelectMany(row => row)
                        .Select(entry => new MatrixEntry(entry, ValueText.Of(entry), default, 1))],
                    Page = 1,
                    Box = default,
                    Start = text.Length - matrix.Length,
                    Length = matrix.Length,
                    Name = name,
                    Confidence = 1,
                },
            ],
        };
    }
}
