namespace AutoGrader.Core.Reading.Checks;

/// <summary>
/// Finds figures, and what they lack of labels, legend and caption. What an image shows was not read, so that its labels and legend can
/// only be asked for; of a plot drawn as lines it is said what is missing. In doubt nothing is said.
/// </summary>
public static class Figures
{
    // Smaller images are formulas, icons and logos.
    private const double LeastWidth = 100;
    private const double LeastHeight = 60;

    /// <summary>The figures of a report, page by page from top to bottom.</summary>
    public static IReadOnlyList<Figure> Find(ReportContent content)
    {
        var captions = new Captions(content.Blocks);
        var images = content.Remarks
            .Where(r => r.Kind == ReadingRemarkKind.Picture && r.Box is { Width: >= LeastWidth, Height: >= LeastHeight } box
                && !content.Plots.Any(p => p.Page == r.Page && Holds(p.Box, box)))
            .Select(r => (r.Page, Box: r.Box!.Value)).ToList();
        var places = images.Concat(content.Plots.Select(p => (p.Page, p.Box))).ToLookup(p => p.Page, p => p.Box);
        return
        [
            .. images.Select(i => OfImage(i.Page, i.Box, captions))
                .Concat(content.Plots.Select(p => OfPlot(p, captions, [.. places[p.Page]]) with
                {
                    IsAbove = p.Box.Y + p.Box.Height / 2 < content.Pages[p.Page - 1].Height / 2,
                }))
                .OrderBy(f => f.Page).ThenBy(f => f.Box.Y).ThenBy(f => f.Box.X),
        ];
    }

    private static Figure OfImage(int page, Box box, Captions captions)
    {
        var caption = captions.Of(page, box);
        return new Figure(page, box, caption) { Missing = caption is null ? [FigurePart.Caption] : [] };
    }

    private static Figure OfPlot(PlotReading plot, Captions captions, IReadOnlyCollection<Box> figuresOfPage)
    {
        var caption = captions.Of(plot.Page, plot.Box);
        var missing = new List<FigurePart>();
        Ask(FigurePart.XLabel, plot.XLabel.State == PlotPartState.Missing);
        Ask(FigurePart.YLabel, plot.YLabel.State == PlotPartState.Missing);
        Ask(FigurePart.Legend, plot.Legend.State == PlotPartState.Missing && plot.Curves > 1);
        Ask(FigurePart.Caption, caption is null && !captions.MayStand(plot.Page, plot.Box, figuresOfPage));
        return new Figure(plot.Page, plot.Box, caption) { Plot = plot, Missing = missing };

        void Ask(FigurePart part, bool isMissing)
        {
            if (isMissing)
                missing.Add(part);
        }
    }

    /// <summary>Whether the middle of an image lies in a plot, as that of a map of colours does.</summary>
    private static bool Holds(Box plot, Box image)
    {
        var (x, y) = (image.X + image.Width / 2, image.Y + image.Height / 2);
        return x > plot.X && x < plot.Right && y > plot.Y && y < plot.Bottom;
    }
}
