using System.Text;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading;

/// <summary>A place on a page.</summary>
internal readonly record struct Place(int Page, Box Box);

/// <summary>
/// Text that knows of every character where it stands. Matrices within move along when texts are joined. Mutable while a block is being
/// built; nothing else shares it.
/// </summary>
internal sealed class MappedText
{
    private readonly StringBuilder _text = new();
    private readonly List<Place> _places = [];
    private readonly List<MatrixReading> _matrices = [];

    public int Length => _text.Length;

    public IReadOnlyList<MatrixReading> Matrices => _matrices;

    public char this[int index] => _text[index];

    /// <summary>A text that stands at one place.</summary>
    public static MappedText Of(string text, Place place)
    {
        var result = new MappedText();
        result.Append(text, place);
        return result;
    }

    public void Append(string text, Place place)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++)
            _places.Add(place);
    }

    /// <summary>Appends characters that are not on the page; they take the place of what they follow.</summary>
    public void AppendUnprinted(string text)
    {
        if (_places.Count > 0)
            Append(text, _places[^1]);
    }

    public void Append(MappedText other)
    {
        var shift = _text.Length;
        _text.Append(other._text);
        _places.AddRange(other._places);
        _matrices.AddRange(other._matrices.Select(m => m with { Start = m.Start + shift }));
    }

    /// <summary>A part of the text. Matrices that do not lie wholly within are forgotten.</summary>
    public MappedText Slice(int start, int length)
    {
        var result = new MappedText();
        result._text.Append(_text.ToString(start, length));
        result._places.AddRange(_places.GetRange(start, length));
        result._matrices.AddRange(_matrices.Where(m => m.Start >= start && m.Start + m.Length <= start + length)
            .Select(m => m with { Start = m.Start - start }));
        return result;
    }

    /// <summary>The same text with characters exchanged one for one.</summary>
    public MappedText Map(Func<char, char> map)
    {
        var result = Slice(0, Length);
        for (var i = 0; i < result.Length; i++)
            result._text[i] = map(result._text[i]);
        return result;
    }

    /// <summary>Adds matrices found in the text, in the order of the text.</summary>
    public void SetMatrices(IEnumerable<MatrixReading> matrices)
    {
        var sorted = matrices.OrderBy(m => m.Start).ThenBy(m => m.Length).ToList();
        _matrices.Clear();
        _matrices.AddRange(sorted);
    }

    /// <summary>Removes characters at the end.</summary>
    public void Trim(int count)
    {
        _text.Length -= count;
        _places.RemoveRange(_text.Length, count);
        _matrices.RemoveAll(m => m.Start + m.Length > _text.Length);
    }

    public Place PlaceOf(int index) => _places[index];

    /// <summary>The box around a part of the text, as far as it stands on the page where the part begins.</summary>
    public Place PlaceOf(int start, int length)
    {
        var first = _places[start];
        var box = first.Box;
        for (var i = start + 1; i < start + length; i++)
        {
            if (_places[i].Page == first.Page)
                box = box.Union(_places[i].Box);
        }

        return new Place(first.Page, box);
    }

    public override string ToString() => _text.ToString();
}
