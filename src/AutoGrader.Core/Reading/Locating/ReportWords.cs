using System.Globalization;
using System.Text;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// The words of a report in order, folded so that they can be compared: lower case, without accents. Single letters and digits are left
/// out, since formulas seldom survive two ways of printing alike.
/// </summary>
internal sealed class ReportWords
{
    private readonly List<ReportWord> _words = [];
    private readonly int[] _firstOfBlock;

    public ReportWords(IReadOnlyList<ReportBlock> blocks)
    {
        _firstOfBlock = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            _firstOfBlock[i] = _words.Count;
            if (blocks[i].Kind is BlockKind.Code or BlockKind.Output)
                continue;
            foreach (var (start, length, text) in Split(blocks[i].Text))
                _words.Add(new ReportWord(new ReportPosition(i, start), length, text));
        }

        _firstOfBlock[blocks.Count] = _words.Count;
    }

    public int Count => _words.Count;

    public ReportWord this[int index] => _words[index];

    /// <summary>The index of the first word at or behind a position.</summary>
    public int IndexAt(ReportPosition position)
    {
        if (position.Block >= _firstOfBlock.Length - 1)
            return _words.Count;
        var index = _firstOfBlock[position.Block];
        while (index < _firstOfBlock[position.Block + 1] && _words[index].Position.Offset < position.Offset)
            index++;
        return index;
    }

    /// <summary>The words of a text.</summary>
    public static IEnumerable<(int Start, int Length, string Text)> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }

            if (start >= 0 && i - start > 1)
                yield return (start, i - start, Fold(text[start..i]));
            start = -1;
        }
    }

    /// <summary>A word as it is compared.</summary>
    public static string Fold(string word)
    {
        if (word.All(char.IsAscii))
            return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }

        return folded.ToString();
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
