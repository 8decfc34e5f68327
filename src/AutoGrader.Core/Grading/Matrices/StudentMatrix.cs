using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;
using AutoGrader.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>A matrix of an answer. Compared by identity.</summary>
internal sealed class StudentMatrix
{
    private const double CertainReading = 0.85;

    private readonly double[] _values;
    private readonly double[] _units;

    public StudentMatrix(int order, MatrixReading reading, string text)
    {
        Order = order;
        Reading = reading;
        Text = text;
        Name = WrittenName.Normalise(reading.Name ?? "");
        Shape = new Shape(reading.Rows, reading.Columns);
        _values = [.. reading.Entries.Select(e => e.Value ?? double.NaN)];
        _units = [.. reading.Entries.Select(e => EntryTolerance.UnitOf(e.Text))];
        Values = Matrix<double>.Build.DenseOfRowMajor(reading.Rows, reading.Columns, _values);
        IsNormalised = Normalised();
    }

    /// <summary>The position in the answer.</summary>
    public int Order { get; }

    public MatrixReading Reading { get; }

    /// <summary>The linear form as read.</summary>
    public string Text { get; }

    /// <summary>The normalised left-hand side; empty for none.</summary>
    public string Name { get; }

    public Shape Shape { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _values.Length;

    /// <summary>The numbers; NaN where an entry is none.</summary>
    public Matrix<double> Values { get; }

    /// <summary>Whether all rows or all columns sum to 1, as after a softmax or another normalisation.</summary>
    public bool IsNormalised { get; }

    /// <summary>The number at a place, counted row by row; NaN where the entry is none.</summary>
    public double this[int index] => _values[index];

    public bool IsNumber(int index) => !double.IsNaN(_values[index]);

    /// <summary>Whether an entry is a number and its reading cannot be blamed for a difference.</summary>
    public bool IsCertain(int index) => IsNumber(index) && Reading.Entries[index].Confidence >= CertainReading;

    /// <summary>The place value of the last decimal shown.</summary>
    public double Unit(int index) => _units[index];

    /// <summary>Whether an entry agrees with an expectation of this shape, from exact numbers or from those on paper.</summary>
    public bool Agrees(Expectation expected, int index, EntryTolerance tolerance)
    {
        var (row, column) = (index / Shape.Columns, index % Shape.Columns);
        return tolerance.Accepts(expected.Exact[row, column], _values[index], _units[index])
            || (!expected.IsUniform && tolerance.Accepts(expected.AsShown[row, column], _values[index], _units[index]));
    }

    /// <summary>Whether it equals an expectation; unreadable entries count as equal.</summary>
    public bool Is(Expectation expected, EntryTolerance tolerance)
    {
        if (Shape != Shape.Of(expected.Exact))
            return false;
        for (var i = 0; i < _values.Length; i++)
        {
            if (IsNumber(i) && !Agrees(expected, i, tolerance))
                return false;
        }

        return true;
    }

    /// <summary>Whether it equals an expectation but for entries that are hard to read, and these are few.</summary>
    public bool IsAsFarAsCertain(Expectation expected, EntryTolerance tolerance)
    {
        if (Shape != Shape.Of(expected.Exact))
            return false;
        var agreeing = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            if (Agrees(expected, i, tolerance))
                agreeing++;
            else if (IsCertain(i))
                return false;
        }

        return agreeing * 2 > _values.Length;
    }

    /// <summary>Whether it equals a matrix; unreadable entries count as equal.</summary>
    public bool Is(Matrix<double> expected, EntryTolerance tolerance) => Is(new Expectation(expected), tolerance);

    /// <summary>Whether it is another one with a factor pulled out, as in ½·[22, 30] = [11, 15].</summary>
    public bool IsMultipleOf(StudentMatrix other, EntryTolerance tolerance)
    {
        if (other.Shape != Shape)
            return false;
        var factor = _values.Sum() / other._values.Sum();
        return double.IsFinite(factor) && factor != 0 && Is(other.Values * factor, tolerance);
    }

    private bool Normalised() =>
        Array.TrueForAll(_values, x => x is >= 0 and <= 1)
        && Array.Exists(_values, x => x is > 0 and < 1)
        && (Values.RowSums().All(IsAboutOne) || Values.ColumnSums().All(IsAboutOne));

    private static bool IsAboutOne(double sum) => Math.Abs(sum - 1) < 0.03;
}
