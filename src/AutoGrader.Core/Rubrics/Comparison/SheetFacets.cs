using System.Globalization;

namespace AutoGrader.Core.Rubrics.Comparison;

/// <summary>What a sheet says beside its questions.</summary>
internal static class SheetFacets
{
    public static IReadOnlyList<Facet> Of(Rubric rubric)
    {
        var facets = new Facets();
        facets.Add("id", new("id", "Kennung"), rubric.Id);
        facets.Add("title", new("title", "Titel"), rubric.Title);
        facets.Add("course", new("course", "Kurs"), rubric.Course);
        facets.Add("points", new("points", "Punkte"), rubric.Maximum.ToString());
        facets.Add("due", new("due date", "Frist"), rubric.Due?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        facets.Add("review-below", new("confidence below which a person decides", "Sicherheit, unter der ein Mensch entscheidet"),
            rubric.ReviewBelow.ToString(CultureInfo.InvariantCulture));
        var rules = rubric.HandIn;
        facets.Add("hand-in/zip-name", new("rule for the ZIP's name", "Regel für den Namen der ZIP-Datei"), Flag(rules.RequireZipName));
        facets.Add("hand-in/pdf-name", new("rule for the PDF's name", "Regel für den Namen der PDF-Datei"), Flag(rules.RequirePdfName));
        facets.Add("hand-in/compare-identity", new("surname compared with Moodle", "Vergleich des Nachnamens mit Moodle"),
            Flag(rules.CompareIdentity));
        facets.Add("hand-in/minimum-digits", new("least digits of a matriculation number", "Mindestzahl der Ziffern einer Matrikelnummer"),
            rules.MinimumDigits.ToString(CultureInfo.InvariantCulture));
        facets.Add("hand-in/maximum-digits", new("most digits of a matriculation number", "Höchstzahl der Ziffern einer Matrikelnummer"),
            rules.MaximumDigits.ToString(CultureInfo.InvariantCulture));
        return facets.All;
    }

    private static string Flag(bool flag) => flag ? "true" : "false";
}
