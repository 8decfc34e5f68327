using AutoGrader.Documents.Pdf.Writing.Objects;

namespace AutoGrader.Documents.Pdf.Writing.Layout;

/// <summary>Puts slices on pages, one below the other.</summary>
internal sealed class Flow(Func<PageContent> newPage)
{
    private readonly List<PageContent> pages = [newPage()];
    private double cursor = PageFormat.Top;

    /// <summary>The pages, at least one.</summary>
    public IReadOnlyList<PageContent> Pages => pages;

    public void Place(IReadOnlyList<Slice> slices)
    {
        for (var i = 0; i < slices.Count; i++)
        {
            var slice = slices[i];
            if (cursor > PageFormat.Top && (slice.BeginsPage || !Fits(HeightOfChain(slices, i)) || !Fits(slice.SpaceBefore + slice.Height)))
            {
                pages.Add(newPage());
                cursor = PageFormat.Top;
                if (slice.Header is { } header)
                    Put(header);
            }

            Put(slice);
        }
    }

    private void Put(Slice slice)
    {
        if (cursor > PageFormat.Top)
            cursor += slice.SpaceBefore;
        slice.Draw(pages[^1], cursor);
        cursor += slice.Height;
    }

    private bool Fits(double height) => cursor + height <= PageFormat.Bottom;

    /// <summary>What must stand together from here on; nothing where no page could hold it.</summary>
    private static double HeightOfChain(IReadOnlyList<Slice> slices, int start)
    {
        var sum = 0.0;
        for (var i = start; i < slices.Count; i++)
        {
            sum += slices[i].SpaceBefore + slices[i].Height;
            if (sum > PageFormat.Bottom - PageFormat.Top)
                return 0;
            if (!slices[i].KeepWithNext)
                break;
        }

        return sum;
    }
}
