namespace AutoGrader.Documents.Pdf.Writing.Objects;

/// <summary>
/// An element of the document's logical structure (ISO 32000-1, 14.7): what assistive technology reads instead of the layout.
/// </summary>
/// <param name="Role">A standard structure type, such as <c>H1</c>, <c>P</c>, <c>TD</c>.</param>
/// <param name="Description">What it shows, for those who cannot see it; <c>null</c> where the text says it all.</param>
internal sealed record StructureElement(string Role, string? Description = null)
{
    /// <summary>
    /// Stands for what is layout and no content, such as the header row of a table where it is repeated. All its children are layout too.
    /// </summary>
    public static StructureElement Artifact { get; } = new("Artifact");

    /// <summary>Child elements and pieces of content, in reading order.</summary>
    public List<object> Kids { get; } = [];

    /// <summary>Adds a child element.</summary>
    public StructureElement Add(string role, string? description = null)
    {
        if (ReferenceEquals(this, Artifact))
            return this;
        var child = new StructureElement(role, description);
        Kids.Add(child);
        return child;
    }
}

/// <summary>A marked piece of content on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Id">Its number on that page.</param>
internal sealed record ContentPiece(PageContent Page, int Id);
