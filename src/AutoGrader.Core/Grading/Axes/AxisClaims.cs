using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>Finds what a sentence says on the direction of a sum.</summary>
internal sealed class AxisClaims
{
    private const int Reach = 4;
    private const int LongestLetter = 4;

    private readonly AxisTerms terms;
    private readonly Sentence sentence;
    private readonly IReadOnlyList<Token> tokens;
    private readonly bool isSummed;
    private readonly List<AxisClaim> claims = [];

    private AxisClaims(Sentence sentence, AxisTerms terms)
    {
        (this.sentence, this.terms, tokens) = (sentence, terms, sentence.Tokens);
        isSummed = AxisWords.Summed.IsIn(tokens);
    }

    /// <summary>The claims of a sentence in its order.</summary>
    public static IReadOnlyList<AxisClaim> In(Sentence sentence, AxisTerms terms)
    {
        var reading = new AxisClaims(sentence, terms);
        for (var i = 0; i < sentence.Tokens.Count;)
            i = reading.Read(i);
        foreach (var (over, at) in AxisFormulas.In(sentence.Text))
            reading.Add(over, reading.IndexAt(sentence.Start + at));
        return [.. reading.claims.Select(reading.Weighed)];
    }

    // Reads what begins at a token; the index of the next to look at.
    private int Read(int i)
    {
        if (AxisWords.Last.EndAt(tokens, i) is { } last)
            return Add(AxisSide.OverColumns, i, last);
        if (AxisWords.First.EndAt(tokens, i) is { } first)
            return Add(AxisSide.OverRows, i, first);
        if (AxisWords.Over.EndAt(tokens, i) is { } over && Target(over) is { } target)
            return Over(i, over, target);
        if (AxisWords.Each.EndAt(tokens, i) is { } each && Target(each) is { } one && Each(i, one) is { } next)
            return next;
        if (AxisWords.All.EndAt(tokens, i) is { } all && isSummed && Target(all) is { } them && All(i, them) is { } after)
            return after;
        if (terms.At(sentence, i) is { } bare)
            return Bare(i, bare);
        return i + 1;
    }

    // "over the keys"; "over the rows" is said of either direction.
    private int Over(int i, int end, (AxisTerm Term, int Start, int End) target)
    {
        var isOfDimension = Enumerable.Range(end, target.Start - end).Any(t => AxisWords.Dimension.At(tokens, t));
        return target.Term switch
        {
            AxisTerm.Column when isOfDimension && tokens[target.Start].Length > 2 => Add(null, i, target.End),
            AxisTerm.Row when isOfDimension && tokens[target.Start].Length > 2 => Add(null, i, target.End),
            AxisTerm.Column => Add(AxisSide.OverColumns, i, target.End),
            AxisTerm.Row => Add(AxisSide.OverRows, i, target.End),
            AxisTerm.RowWord or AxisTerm.ColumnWord => Add(null, i, target.End),
            _ => Add(AxisSide.Neither, i, target.End),
        };
    }

    // "for each query": its entries are summed. Without a sum only "per query" and the like say so.
    private int? Each(int i, (AxisTerm Term, int Start, int End) target)
    {
        if (IsCounted(i))
            return target.End;
        if (!isSummed && tokens[i].Form is not ("per" or "pro" or "je"))
            return null;
        return target.Term switch
        {
            AxisTerm.Row or AxisTerm.RowWord => Add(AxisSide.OverColumns, i, target.End),
            AxisTerm.Column or AxisTerm.ColumnWord => Add(AxisSide.OverRows, i, target.End),
            // "each value" may be an entry of the matrix.
            _ => AxisWords.Row.At(tokens, target.Start) || AxisWords.Column.At(tokens, target.Start)
                ? Add(AxisSide.Neither, i, target.End) : null,
        };
    }

    // "n slices, one per key" counts the slices; "adds up to one per query" does not count.
    private bool IsCounted(int i) =>
        AxisWords.Single.At(tokens, i) && (AxisWords.Each.At(tokens, i + 1) || AxisWords.ForEach.At(tokens, i + 1))
            && (i == 0 || tokens[i - 1].Kind == TokenKind.Break);

    // "all keys together make one"
    private int? All(int i, (AxisTerm Term, int Start, int End) target) => target.Term switch
    {
        // "all N·M entries"
        _ when tokens[target.Start].Length <= LongestLetter && target.Term is AxisTerm.Row or AxisTerm.Column
            && !IsWord(target.Start) => null,
        AxisTerm.Column => Add(AxisSide.OverColumns, i, target.End),
        AxisTerm.Row => Add(AxisSide.OverRows, i, target.End),
        AxisTerm.RowWord => Add(AxisSide.OverColumns, i, target.End),
        AxisTerm.ColumnWord => Add(AxisSide.OverRows, i, target.End),
        _ => null,
    };

    // "the rows sum to one", "keys"
    private int Bare(int i, (AxisTerm Term, int End) found)
    {
        var side = found.Term switch
        {
            AxisTerm.RowWord or AxisTerm.Column => AxisSide.OverColumns,
            AxisTerm.ColumnWord or AxisTerm.Row => AxisSide.OverRows,
            _ => AxisSide.Neither,
        };
        var isWord = found.Term is AxisTerm.RowWord or AxisTerm.ColumnWord;
        // "the dimension of size N_KV is normalised": a letter names the direction, a word may name what the vectors have.
        if (tokens[i].Length <= LongestLetter && isSummed && Enumerable.Range(Math.Max(0, i - Reach), Math.Min(i, Reach) + 2)
            .Any(t => AxisWords.Dimension.At(tokens, t)))
            return Add(side, i, found.End);
        claims.Add(new AxisClaim(side, sentence, i) { IsBare = !(isWord && isSummed) });
        return found.End;
    }

    // The nearest term behind, over a few words that are none.
    private (AxisTerm Term, int Start, int End)? Target(int from)
    {
        for (var i = from; i < tokens.Count && i < from + Reach && tokens[i].Kind != TokenKind.Break; i++)
        {
            if (terms.At(sentence, i) is { } found)
            {
                // "all values of one row"
                if (found.Term == AxisTerm.Other && AxisWords.Belongs.At(tokens, found.End) && Target(found.End) is { } owner)
                    return owner;
                // "all N queries", "the m keys": the letter counts what follows.
                return terms.At(sentence, found.End) is { } counted && tokens[i].Length <= LongestLetter && tokens[found.End].Length > 2
                    ? (counted.Term, found.End, counted.End) : (found.Term, i, found.End);
            }
            if (i > from && (AxisWords.Over.At(tokens, i) || AxisWords.Summed.At(tokens, i)))
                return null;
        }
        return null;
    }

    // "key" is a word, "NKV" and "n_k" are letters.
    private bool IsWord(int i) => tokens[i].Form.Length > 2
        && sentence.Text.Substring(tokens[i].Start - sentence.Start, tokens[i].Length).All(char.IsLower);

    private int Add(AxisSide? over, int at, int end)
    {
        claims.Add(new AxisClaim(over, sentence, at));
        return end;
    }

    private void Add(AxisSide over, int at) => claims.Add(new AxisClaim(over, sentence, at));

    private AxisClaim Weighed(AxisClaim claim)
    {
        var clause = Negation.Clause(tokens, claim.At);
        var words = tokens.Skip(clause.From).Take(clause.To - clause.From).ToList();
        return claim with
        {
            IsDoubtful = AxisWords.OtherThings.IsIn(tokens) && !AxisWords.Normalised.IsIn(tokens),
            // "the columns need not" denies what stands before.
            IsDenied = AxisWords.NotOne.IsIn(words) || Negation.IsNegator(tokens, clause.To - 1)
                || Negation.DenialsIn(tokens).Any(d => d.Scope.Contains(claim.At)),
        };
    }

    private int IndexAt(int position)
    {
        var index = 0;
        while (index + 1 < tokens.Count && tokens[index + 1].Start <= position)
            index++;
        return index;
    }
}
