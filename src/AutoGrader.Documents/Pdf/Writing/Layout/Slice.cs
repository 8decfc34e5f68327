using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>A horizontal strip of a report that no page break divides.</summary>
/// <param name="Height">Its height in points.</param>
/// <param name="Draw">Draws it with its upper edge at the given height.</param>
internal sealed record Slice(double Height, Action<PageContent, double> Draw)
{
    /// <summary>Space above it, left out at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Whether it must stand on the same page as the next one.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether it begins a new page.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>What is repeated above it where it begins a page, such as the header row of its table.</summary>
    public Slice? Header { get; init; }

    /// <summary>Keeps slices together: each with the next, the last one as it was.</summary>
    public static IEnumerable<Slice> Keep(IReadOnlyList<Slice> slices) =>
        slices.Select((s, i) => i < slices.Count - 1 ? s with { KeepWithNext = true } : s);

    /// <summary>Draws something behind each slice.</summary>
    public Slice Behind(Action<PageContent, double, double> draw) => this with
    {
        Draw = (page, top) =>
        {
            page.AsArtifact(() => draw(page, top, Height));
            Draw(page, top);
        },
    };
}
