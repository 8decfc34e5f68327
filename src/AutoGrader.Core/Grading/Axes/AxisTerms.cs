using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Grading.Notation;
using AutoGrader.Core.Grading.Shapes;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>
/// Tells which words and letters of a sentence stand for a row of the matrix, which for a column: the words, what the rubric calls a row of
/// each factor, a student's letters for how many there are, and running indices (<c>i</c> and <c>j</c> of <c>A_{ij}</c>).
/// </summary>
internal sealed class AxisTerms
{
    private readonly WordSet rows;
    private readonly WordSet columns;
    private readonly List<WordSet> others;
    private readonly string rowSize;
    private readonly string columnSize;
    private readonly StudentSizes sizes;
    private readonly HashSet<string> matrices;
    private readonly HashSet<string> factors;
    private readonly (string Row, string Column)? indices;

    public AxisTerms(Question question, AxisCriterion criterion, StudentSizes sizes, (string Row, string Column)? indices)
    {
        this.sizes = sizes;
        this.indices = indices;
        rows = Names(question, [criterion.Rows]);
        columns = Names(question, [criterion.Columns]);
        others = [.. question.RowsAre.Keys.Where(m => m != criterion.Rows && m != criterion.Columns).Select(m => Names(question, [m]))];
        (rowSize, columnSize) = (question.Shapes[criterion.Rows].Rows, question.Shapes[criterion.Columns].Rows);
        matrices = question.Shapes.Keys.Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);
        factors = matrices.Select(m => m + "t").Concat(matrices).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What a token names, and where its name ends.</summary>
    public (AxisTerm Term, int End)? At(Sentence sentence, int i)
    {
        var tokens = sentence.Tokens;
        if (i >= tokens.Count)
            return null;
        if (AxisWords.Row.EndAt(tokens, i) is { } rowEnd)
            return (IsOfFactor(tokens, rowEnd) ? AxisTerm.Other : AxisTerm.RowWord, rowEnd);
        if (AxisWords.Column.EndAt(tokens, i) is { } columnEnd)
            return (IsOfFactor(tokens, columnEnd) ? AxisTerm.Other : AxisTerm.ColumnWord, columnEnd);
        if (rows.EndAt(tokens, i) is { } row)
            return (AxisTerm.Row, row);
        if (columns.EndAt(tokens, i) is { } column)
            return (AxisTerm.Column, column);
        foreach (var other in others)
            if (other.EndAt(tokens, i) is { } end)
                return (AxisTerm.Other, end);
        return Letter(sentence, tokens[i]) is { } term ? (term, i + 1) : null;
    }

    private AxisTerm? Letter(Sentence sentence, Token token)
    {
        if (token.Kind != TokenKind.Word)
            return null;
        var text = sentence.Text.Substring(token.Start - sentence.Start, token.Length);
        if (NotationScanner.Scan(text, linesEnd: false) is not [{ Kind: NotationKind.Name } name])
            return null;
        if (indices is { } index && (name.Text == index.Row || name.Text == index.Column))
            return name.Text == index.Row ? AxisTerm.Row : AxisTerm.Column;
        if (name.Text is "a" or "A" or "I")
            return null;
        var meanings = sizes.MeaningOf(name);
        var (isRow, isColumn) = (meanings.Contains(rowSize), meanings.Contains(columnSize));
        return isRow && isColumn ? null : isRow ? AxisTerm.Row : isColumn ? AxisTerm.Column : meanings.Count > 0 ? AxisTerm.Other : null;
    }

    // "rows of V", but not "rows of Q K^T".
    private bool IsOfFactor(IReadOnlyList<Token> tokens, int i)
    {
        if (AxisWords.Belongs.EndAt(tokens, i) is not { } next)
            return false;
        while (next < tokens.Count && tokens[next].Form is "the" or "matrix" or "der" or "den")
            next++;
        if (others.Exists(o => o.At(tokens, next)))
            return true;
        if ((rows.EndAt(tokens, next) ?? columns.EndAt(tokens, next)) is { } named)
            return named < tokens.Count && tokens[named].Form is "matrix" or "matrices" or "vector" or "vectors";
        return next < tokens.Count && matrices.Contains(tokens[next].Form)
            && !(next + 1 < tokens.Count && factors.Contains(tokens[next + 1].Form));
    }

    private static WordSet Names(Question question, IEnumerable<string> of) =>
        WordSet.Of([.. of.Where(question.RowsAre.ContainsKey).Select(m => WordSet.Of(question.RowsAre[m].Parsed.Phrase!))]);
}
