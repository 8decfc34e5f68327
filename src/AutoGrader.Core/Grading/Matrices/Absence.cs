using System.Text.RegularExpressions;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Reading;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// Tells whether a matrix that was not found can be in the answer at all: whether everything was read, and as many numbers are left as it
/// has entries.
/// </summary>
internal sealed partial class Absence(Answer answer, AnswerDocument document)
{
    private readonly int numbers = answer.Blocks.Sum(b => Number().Count(b.Text));

    private readonly bool isReadWhole = !answer.HasPicture
        && !document.Remarks.Any(r => r.Kind.HidesContent() || r.Kind == ReadingRemarkKind.Picture);

    /// <summary>Whether it is certain that the answer does not hold the matrix of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="known">The matrices of the answer that are something else.</param>
    public bool IsCertain(PlannedStep step, IEnumerable<StudentMatrix> known) =>
        isReadWhole && numbers - known.Sum(m => m.Reading.Entries.Count) < step.Shape.Rows * step.Shape.Columns;

    [GeneratedRegex(@"\p{Nd}+(?:[.,]\p{Nd}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
