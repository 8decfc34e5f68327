using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>The matrices of an answer, sorted: those that may be the value of a step, and copies of given matrices.</summary>
internal sealed class AnswerMatrices
{
    private AnswerMatrices(IReadOnlyList<StudentMatrix> candidates, IReadOnlyList<GivenCopy> copies)
    {
        Candidates = candidates;
        Copies = copies;
    }

    /// <summary>
    /// What may be a step, in reading order, without repetitions, and without matrices that hold hardly a number.
    /// </summary>
    public IReadOnlyList<StudentMatrix> Candidates { get; }

    /// <summary>Given matrices as the student copied them, in reading order.</summary>
    public IReadOnlyList<GivenCopy> Copies { get; }

    /// <summary>
    /// What stands under the name of a step but is no result of it, with the reason why nothing is carried forward from it: a matrix of
    /// another shape that the reading has no use for, or a copy of a given one; <c>null</c> for none.
    /// </summary>
    public (StudentMatrix Matrix, LocalizedText Reason)? Pretended(PlannedStep step, ChainHypothesis reading)
    {
        if (Candidates.FirstOrDefault(m => m.Shape != step.Shape && step.IsWrittenAs(m.Name) && !reading.Uses(m)) is { } misshapen)
            return (misshapen, DegenerateMatrix.WrongShape(misshapen, step));
        // A factor carries the name of the whole equation.
        return Copies.FirstOrDefault(c => c.Matrix.Reading.IsValue && step.IsWrittenAs(c.Matrix.Name)) is { } copy
            ? (copy.Matrix, DegenerateMatrix.Copied(copy))
            : null;
    }

    public static AnswerMatrices In(Answer answer, ComputationPlan plan, EntryTolerance tolerance)
    {
        var candidates = new List<StudentMatrix>();
        var copies = new List<GivenCopy>();
        foreach (var block in answer.Blocks)
        {
            foreach (var reading in block.Matrices)
            {
                if (reading.Entries.Count(e => e.Value is not null) * 2 <= reading.Entries.Count)
                    continue;
                var matrix = new StudentMatrix(candidates.Count + copies.Count, reading, TextOf(block, reading));
                if (GivenCopy.TryFind(matrix, plan, tolerance) is { } copy)
                    copies.Add(copy);
                else
                    candidates.Add(matrix);
            }
        }

        return new AnswerMatrices([.. candidates.Where(m => !candidates.Any(other => IsRepeated(m, other)))], copies);
    }

    /// <summary>
    /// A factor that repeats a value, or a value that is repeated later under the same name or elsewhere under a name of its own. Of
    /// <c>½·[22, 30] = [11, 15]</c> the last stays, whose entries are written as they are.
    /// </summary>
    private static bool IsRepeated(StudentMatrix matrix, StudentMatrix other)
    {
        if (other == matrix || !matrix.Values.Equals(other.Values))
            return false;
        if (matrix.Reading.IsValue != other.Reading.IsValue)
            return other.Reading.IsValue;
        return matrix.Name == other.Name ? other.Order > matrix.Order : matrix.Name.Length == 0;
    }

    private static string TextOf(ReportBlock block, MatrixReading reading) =>
        reading.Start >= 0 && reading.Length > 0 && reading.Start + reading.Length <= block.Text.Length
            ? block.Text.Substring(reading.Start, reading.Length)
            : string.Join(' ', reading.Entries.Select(e => e.Text));
}
