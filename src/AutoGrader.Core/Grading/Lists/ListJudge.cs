using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Lists;

/// <summary>Judges whether one item is among the first that are named.</summary>
internal static class ListJudge
{
    public static CriterionScore Judge(ListCriterion criterion, NamedList named)
    {
        var item = NamedItems.ItemOf(criterion);
        var place = named.Asserted.Index().Where(i => i.Item.Item == item).Select(i => (int?)i.Index).FirstOrDefault();
        var score = named.IsNoAnswer && place is null ? Nothing(criterion, ListConfidence.NoAnswer)
            : place is { } index ? Named(criterion, named, index)
            : NotNamed(criterion, named, item);
        return named.IsUnsettled ? score with { Confidence = Math.Min(score.Confidence, ListConfidence.Unclear) } : score;
    }

    private static CriterionScore Named(ListCriterion criterion, NamedList named, int place)
    {
        var item = named.Asserted[place];
        var others = named.Asserted.Take(place + 1).ToList();
        var evidence = named.Locate(item).ToList();
        if (place >= named.Counted)
        {
            return CriterionScore.Of(criterion, Points.Zero, named.IsOneList(others) ? ListConfidence.OthersNamed : ListConfidence.Unclear,
                About(criterion, $"Only the first {named.Counted} that are named count; this one comes later",
                    $"Nur die ersten {named.Counted} Nennungen zählen; diese kommt später")) with
            { Evidence = evidence };
        }
        var isClear = !named.IsDenied(item.Item) && !named.IsAsked(item.Otherwise)
            && place + named.StrangersBefore(item) < named.Counted;
        return CriterionScore.Of(criterion, criterion.Maximum, isClear ? ListConfidence.Named : ListConfidence.Unclear,
            About(criterion, "Named", "Genannt")) with
        { Evidence = evidence };
    }

    private static CriterionScore NotNamed(ListCriterion criterion, NamedList named, string item)
    {
        if (named.MayBeMeant(item) || named.RefersElsewhere)
            return Nothing(criterion, ListConfidence.Unclear);
        var others = named.Asserted.Take(named.Counted).ToList();
        if (others.Count == named.Counted)
        {
            return Nothing(criterion, named.IsOneList(others) ? ListConfidence.OthersNamed : ListConfidence.Unclear) with
            {
                Evidence = [.. others.SelectMany(named.Locate)],
            };
        }
        return Nothing(criterion, named.IsDenied(item) ? ListConfidence.Denied : ListConfidence.Unclear);
    }

    private static CriterionScore Nothing(ListCriterion criterion, double confidence) =>
        CriterionScore.Of(criterion, Points.Zero, confidence, About(criterion, "This was not found among what is named",
            "Das wurde unter dem Genannten nicht gefunden"));

    private static LocalizedText About(ListCriterion criterion, string english, string german) =>
        new($"{english}: {Stopped(criterion.Text.English)}", $"{german}: {Stopped(criterion.Text.German)}");

    private static string Stopped(string text) => text.EndsWith('.') ? text : text + ".";
}
