namespace AutoGrader.Core.Reading;

/// <summary>A matrix as read from a page: what stands there, not what should stand there.</summary>
public sealed record MatrixReading
{
    /// <summary>Number of rows, at least 1.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of columns, at least 1.</summary>
    public required int Columns { get; init; }

    /// <summary>The entries row by row; exactly <c>Rows × Columns</c>.</summary>
    public required IReadOnlyList<MatrixEntry> Entries { get; init; }

    /// <summary>Page number from 1; of the first part where a page's end cuts it.</summary>
    public required int Page { get; init; }

    /// <summary>The box around all entries and brackets on that page.</summary>
    public required Box Box { get; init; }

    /// <summary>Where the linear form of this matrix begins in <see cref="ReportBlock.Text"/> of its block.</summary>
    public required int Start { get; init; }

    /// <summary>How long that linear form is.</summary>
    public required int Length { get; init; }

    /// <summary>
    /// The left-hand side of the equation the matrix is the value of, as text (<c>QK^T</c>, <c>S</c>, <c>QK^T/sqrt(d_k)</c>), or
    /// <c>null</c>. In a chain <c>A = B·C = D</c> every matrix of the chain carries the chain's first left-hand side.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether the matrix stands alone on its side of an equation sign (a value), and is not a factor of a product (<c>B</c>, <c>C</c>
    /// above). A scalar factor in front is applied to the entries and leaves this true.
    /// </summary>
    public bool IsValue { get; init; } = true;

    /// <summary>How sure the reading of shape and entries is, 0 to 1; at most the least of the entries' confidences.</summary>
    public required double Confidence { get; init; }

    /// <summary>The page an entry of this matrix stands on.</summary>
    public int PageOf(MatrixEntry entry) => entry.OtherPage ?? Page;

    /// <summary>The entry at a row and column, both from 0.</summary>
    public MatrixEntry this[int row, int column] => Entries[row * Columns + column];

    /// <summary>The same matrix, no surer than a limit anywhere.</summary>
    public MatrixReading AtMost(double confidence) => this with
    {
        Confidence = Math.Min(Confidence, confidence),
        Entries = [.. Entries.Select(e => e with { Confidence = Math.Min(e.Confidence, confidence) })],
    };
}
