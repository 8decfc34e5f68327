namespace AutoGrader.Core.Grading.Shapes;

/// <summary>A student's statement on the shape of one matrix.</summary>
/// <param name="Matrix">The matrix as the rubric names it.</param>
/// <param name="Rows">The student's symbol (or number) of its rows.</param>
/// <param name="Columns">The student's symbol (or number) of its columns.</param>
/// <param name="Block">The index of the block in the answer.</param>
/// <param name="Start">Where the statement begins in the block's text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Lead">What stands before both, such as a batch; empty for a plain matrix.</param>
/// <param name="IsLoose">Whether words in between leave a doubt that the shape belongs to this matrix.</param>
internal sealed record ShapeStatement(
    string Matrix, string Rows, string Columns, int Block, int Start, int Length, string Lead, bool IsLoose)
{
    public bool IsNumeric => char.IsDigit(Rows[0]) || char.IsDigit(Columns[0]);

    /// <summary>The same of the transposed matrix.</summary>
    public ShapeStatement Turned => this with { Rows = Columns, Columns = Rows };

    public bool SaysSameAs(ShapeStatement other) => (Rows, Columns) == (other.Rows, other.Columns);
}
