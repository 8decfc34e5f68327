using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Blocks;

/// <summary>
/// Puts a footnote behind the block that refers to it. At the foot of its page it would belong to whatever answer ends there.
/// </summary>
internal static partial class Footnotes
{
    private const double SmallerThanBody = 0.92;

    /// <summary>The blocks with footnotes in their places; one whose mark is not found, or found twice, stays.</summary>
    public static IReadOnlyList<ReportBlock> Place(IReadOnlyList<ReportBlock> blocks)
    {
        var body = blocks.GroupBy(b => b.FontSize).OrderByDescending(g => g.Sum(b => b.Text.Length)).Select(g => g.Key).FirstOrDefault();
        var notes = blocks
            .Where(b => b.Kind == BlockKind.Paragraph && b.FontSize < SmallerThanBody * body && NoteStart().IsMatch(b.Text))
            .ToList();
        var ownerOf = notes.Select(n => (Note: n, Owner: OwnerOf(n, blocks.Except(notes)))).Where(p => p.Owner is not null)
            .ToLookup(p => p.Owner!, p => p.Note);
        if (ownerOf.Count == 0)
            return blocks;
        var moved = ownerOf.SelectMany(g => g).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. blocks.Where(b => !moved.Contains(b)).SelectMany(b => ownerOf[b].Prepend(b))];
    }

    private static ReportBlock? OwnerOf(ReportBlock note, IEnumerable<ReportBlock> blocks)
    {
        var number = NoteStart().Match(note.Text).Groups["number"].Value;
        var owners = blocks.Where(b => b.Lines.Count > 0 && b.Lines.Any(l => l.Page == note.Lines[0].Page))
            .Where(b => Mark().Matches(b.Text).Any(m => m.Groups["number"].Value == number))
            .ToList();
        return owners is [var owner] ? owner : null;
    }

    [GeneratedRegex(@"^\^(?<number>\d{1,2})\s?\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex NoteStart();

    /// <summary>A raised number behind a word or the end of a sentence; behind a letter or a bracket it is an exponent.</summary>
    [GeneratedRegex(@"(?:(?<![\p{L}_\\])\p{L}{3,}|[.,;:!?])\^(?<number>\d{1,2})(?![\d^_])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
