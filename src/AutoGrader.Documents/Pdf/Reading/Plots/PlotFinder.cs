using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Reading.Raw;

namespace AutoGrader.Documents.Pdf.Reading.Plots;

/// <summary>Finds the plots of a page that are drawn as lines, and what belongs to them.</summary>
internal static class PlotFinder
{
    // Two axes and three ticks.
    private const int FewestLines = 5;

    /// <summary>A page with more is no page of a report.</summary>
    private const int MostPlots = 40;

    public static IReadOnlyList<PlotReading> Find(RawPage page)
    {
        var lines = page.Drawing.Lines;
        if (lines.Count < FewestLines || !lines.Any(l => l.IsUpright) || lines.All(l => l.IsUpright))
            return [];
        var index = new LineIndex(lines);
        var words = PlotWords.Straight(page.Letters, index);
        var plots = PlotFrames.Find(TickAxes.Find(words, index), page);
        if (plots.Count > MostPlots || plots.TrueForAll(p => p.IsColourBar))
            return [];
        var surroundings = new PlotSurroundings(words, PlotWords.Turned(page.TurnedLetters), page);
        return [.. PlotGroups.Of(plots).Select(g => Read(g, page, surroundings))];
    }

    private static PlotReading Read(PlotGroup group, RawPage page, PlotSurroundings surroundings)
    {
        var legends = group.Plots.Select(p => (Plot: p, Looks: PlotLegends.Curves(p, page.Drawing)))
            .Select(p => (p.Looks.Count, Part: PlotLegends.Find(p.Plot, p.Looks, page.Drawing, surroundings.Phrases))).ToList();
        var labels = group.Plots.Select(p => new PlotLabels(p, group, surroundings)).ToList();
        var x = Together(labels.Where(l => group.IsLowest(l.Plot)).Select(l => l.Horizontal()));
        var y = Together(labels.Where(l => group.IsLeftmost(l.Plot)).Select(l => l.Vertical()));
        var needed = legends.FindAll(l => l.Count > 1).ConvertAll(l => l.Part);
        return new PlotReading(page.Number, labels.Select(l => l.Box).Aggregate((a, b) => a.Union(b)))
        {
            XLabel = x,
            YLabel = y,
            Legend = group.HasColourBar || needed.Count == 0 ? new PlotPart(PlotPartState.Unclear) : Together(needed),
            Curves = legends.Max(l => l.Count),
        };
    }

    /// <summary>What one pair of axes has may serve those beside it.</summary>
    private static PlotPart Together(IEnumerable<PlotPart> parts)
    {
        var all = parts.ToList();
        return all.Find(p => p.State == PlotPartState.Found) ?? all.Find(p => p.State == PlotPartState.Unclear) ?? all[0];
    }
}
