using System.Globalization;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>Names the boxes as the reading is written, so that page and reading use the same names.</summary>
internal sealed class Places
{
    private readonly List<Place> _places = [];

    /// <summary>Adds a box and says its name.</summary>
    public string Add(int page, Box box, PlaceKind kind, string label, int hue = 0, double confidence = 1)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"b{_places.Count}");
        _places.Add(new Place(id, page, box, kind, hue, confidence, label));
        return id;
    }

    /// <summary>The boxes of a page, from the lowest layer to the uppermost.</summary>
    public IEnumerable<Place> On(int page) => _places.Where(p => p.Page == page).OrderBy(p => p.Kind);
}
