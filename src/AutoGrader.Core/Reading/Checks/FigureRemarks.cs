namespace AutoGrader.Core.Reading.Checks;

/// <summary>What to say about figures.</summary>
public static class FigureRemarks
{
    /// <summary>What to look at again.</summary>
    public static IEnumerable<CheckRemark> Of(IEnumerable<Figure> figures) =>
        from figure in figures
        let text = Of(figure)
        where text is not null
        select new CheckRemark(figure.Page, text);

    /// <summary>What is to be said about a figure; <c>null</c> where that is nothing.</summary>
    public static LocalizedText? Of(Figure figure) =>
        figure.Plot is { } plot ? figure.Missing.Count == 0 ? null : OfPlot(figure, plot) : OfImage(figure);

    private static LocalizedText OfPlot(Figure figure, PlotReading plot)
    {
        var parts = figure.Missing.Select(p => Name(p, plot)).ToList();
        var (english, german) = figure switch
        {
            { Caption: { } caption } => ($"“{caption}”", $"„{caption}“"),
            { IsAbove: true } => ("in the upper half of the page", "in der oberen Hälfte der Seite"),
            _ => ("in the lower half of the page", "in der unteren Hälfte der Seite"),
        };
        return new(
            $"For the plot {english}, this was not found: {string.Join(", ", parts.Select(p => p.English))}.",
            $"Zum Diagramm {german} wurde nicht gefunden: {string.Join(", ", parts.Select(p => p.German))}.");
    }

    private static LocalizedText Name(FigurePart part, PlotReading plot) => part switch
    {
        FigurePart.XLabel => new("a label of the x axis", "eine Beschriftung der x-Achse"),
        FigurePart.YLabel => new("a label of the y axis", "eine Beschriftung der y-Achse"),
        FigurePart.Legend => new($"a legend for its {plot.Curves} curves", $"eine Legende für seine {plot.Curves} Kurven"),
        _ => new(
            "a caption (a line that begins with “Figure” or “Fig.”)",
            "eine Bildunterschrift (eine Zeile, die mit „Abbildung“ oder „Abb.“ beginnt)"),
    };

    private static LocalizedText OfImage(Figure figure) => figure.Caption is null
        ? new(
            "A figure without a caption that could be found (a line that begins with “Figure” or “Fig.”). Give it one, and make sure that "
                + "axis labels and a legend are in it: an image cannot be read.",
            "Eine Abbildung, zu der keine Beschriftung gefunden wurde (eine Zeile, die mit „Abbildung“ oder „Abb.“ beginnt). Geben Sie ihr "
                + "eine, und achten Sie auf Achsenbeschriftungen und Legende: Ein Bild kann nicht gelesen werden.")
        : new(
            $"A figure with the caption “{figure.Caption}”. Make sure that axis labels and a legend are in it: an image cannot be read.",
            $"Eine Abbildung mit der Beschriftung „{figure.Caption}“. Achten Sie auf Achsenbeschriftungen und Legende: Ein Bild kann nicht "
                + "gelesen werden.");
}
