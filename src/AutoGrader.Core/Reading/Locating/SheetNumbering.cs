using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// How a sheet numbers its questions: <c>3.4</c> is local number 4 in group <c>3</c>. Sheets without sub-questions have one group.
/// Questions and groups are named by their index from here on.
/// </summary>
internal sealed partial class SheetNumbering
{
    private readonly List<string> _groups = [];
    private readonly int[] _groupOf;
    private readonly int[] _localOf;
    private readonly Dictionary<string, int> _questionByPath = new(StringComparer.Ordinal);

    public SheetNumbering(SheetOutline sheet)
    {
        Questions = sheet.Questions;
        _groupOf = new int[Questions.Count];
        _localOf = new int[Questions.Count];
        for (var i = 0; i < Questions.Count; i++)
        {
            var path = PathOf(Questions[i].Id);
            var group = string.Join('.', path.SkipLast(1));
            if (!_groups.Contains(group))
                _groups.Add(group);
            _groupOf[i] = _groups.IndexOf(group);
            _localOf[i] = path.Count == 0 ? i + 1 : path[^1];
            _questionByPath.TryAdd(string.Join('.', path), i);
        }

        LargestLocal = _localOf.DefaultIfEmpty().Max();
    }

    public IReadOnlyList<OutlineQuestion> Questions { get; }

    public int GroupCount => _groups.Count;

    public int GroupOf(int question) => _groupOf[question];

    public int LocalOf(int question) => _localOf[question];

    /// <summary>The question with a full number, or -1.</summary>
    public int FindQuestion(IEnumerable<int> path) => _questionByPath.GetValueOrDefault(string.Join('.', path), -1);

    /// <summary>The group with a number, or -1. The only group of a sheet without sub-questions has no number.</summary>
    public int FindGroup(IEnumerable<int> path)
    {
        var key = string.Join('.', path);
        return key.Length == 0 ? -1 : _groups.IndexOf(key);
    }

    /// <summary>The question with a local number in a group, or -1.</summary>
    public int FindLocal(int group, int number)
    {
        for (var i = 0; i < Questions.Count; i++)
        {
            if (_groupOf[i] == group && _localOf[i] == number)
                return i;
        }

        return -1;
    }

    /// <summary>The question with a number that counts on through all groups, or -1.</summary>
    public int FindRunning(int number) => number >= 1 && number <= Questions.Count ? number - 1 : -1;

    /// <summary>The largest local number of the sheet.</summary>
    public int LargestLocal { get; }

    /// <summary>The first question of a group.</summary>
    public int FirstOf(int group) => Array.IndexOf(_groupOf, group);

    /// <summary>The questions of a group.</summary>
    public IEnumerable<int> QuestionsOf(int group) => Enumerable.Range(0, Questions.Count).Where(q => _groupOf[q] == group);

    /// <summary>A component of a number: <c>4</c>, <c>d</c> and <c>IV</c> are 4; 0 where it is none of them.</summary>
    public static int NumberOf(string component)
    {
        if (int.TryParse(component, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (component.Length == 1 && char.ToLowerInvariant(component[0]) is >= 'a' and <= 'h' and var letter)
            return letter - 'a' + 1;
        return Array.IndexOf(RomanNumerals, component.ToUpperInvariant()) + 1;
    }

    private static readonly string[] RomanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private static List<int> PathOf(string id) => [.. Components().Matches(id).Select(m => NumberOf(m.Value)).Where(n => n > 0)];

    [GeneratedRegex(@"\d{1,4}|(?<![\p{L}])\p{L}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Components();
}
