using System.Globalization;
using System.Text;
using AutoGrader.Application.Review.Desk;
using AutoGrader.Core;
using AutoGrader.Core.Grading;
using Spectre.Console;

namespace AutoGrader.Cli.Review;

/// <summary>Shows one open decision: the answer with its evidence marked, the suggestion, what may be given.</summary>
internal sealed class ReviewPage(IAnsiConsole console, Language language, bool isBlind)
{
    private const int MostDifferences = 8;

    /// <summary>Shows a group, or of it the first answer alone.</summary>
    public void Show(ReviewCase item, bool isWholeGroup)
    {
        var (group, shown) = (item.Group, item.Members[0]);
        var title = $"[bold]{group.CriterionId}[/] {Markup.Escape(group.QuestionTitle.In(language))}";
        console.Write(new Rule(title) { Justification = Justify.Left });
        console.MarkupLine($"[dim]{Markup.Escape(item.QuestionText.In(language).Trim())}[/]");
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(NameOf(shown, 0))}[/]");
        console.MarkupLine(Marked(shown));
        if (shown.Score.Matrix is { } matrix)
            ShowMatrix(matrix);
        console.WriteLine();
        var confidence = shown.Score.Confidence.ToString("0 %", CultureInfo.InvariantCulture);
        console.MarkupLine($"Suggested: [bold]{group.Suggestion}[/] of {group.Maximum} ({confidence} sure)");
        console.MarkupLine(Markup.Escape(shown.Score.Rationale.In(language)));
        // A hint names others.
        var hints = isBlind ? [] : shown.Hints.Select(h => h.Text.In(language));
        foreach (var note in shown.Notes.Select(n => $"p. {n.Page}: {n.Text}").Concat(hints))
            console.MarkupLine($"[dim]Note:[/] {Markup.Escape(note)}");
        if (item.Members.Count > 1)
            ShowMembers(item, isWholeGroup);
        console.WriteLine();
        foreach (var (number, level) in item.Levels.Index())
            console.MarkupLine($" [bold]{number + 1}[/]  {level.Points} P  {Markup.Escape(level.Text?.In(language) ?? "")}");
    }

    private void ShowMembers(ReviewCase item, bool isWholeGroup)
    {
        console.WriteLine();
        console.MarkupLine(isWholeGroup
            ? $"[bold]{item.Members.Count} like answers[/]; the decision is for all of them:"
            : $"The decision is for this answer [bold]only[/], not for {item.Members.Count - 1} like it:");
        foreach (var (number, member) in item.Members.Index().Skip(1))
            console.MarkupLine($"  {Markup.Escape(NameOf(member, number))}{Markup.Escape(DifferenceOf(member))}");
    }

    private string NameOf(ReviewMember member, int number) => isBlind
        ? string.Create(CultureInfo.InvariantCulture, $"Answer {number + 1}")
        : $"{member.Participant} {member.Name}".Trim();

    private static string DifferenceOf(ReviewMember member)
    {
        if (member.Differences is not { } words || (words.Added.Count == 0 && words.Missing.Count == 0))
            return ": the same words";
        var parts = new[] { (Sign: "+", Words: words.Added), (Sign: "-", Words: words.Missing) }
            .SelectMany(p => p.Words.Take(MostDifferences).Select(w => p.Sign + w));
        return $": {string.Join(' ', parts)}";
    }

    // Brackets beside bold and underlined letters: not every terminal shows those.
    private static string Marked(ReviewMember member)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, length) in member.Marks)
        {
            text.Append(Markup.Escape(member.Answer[at..start]));
            text.Append(CultureInfo.InvariantCulture, $"[bold underline]»{Markup.Escape(member.Answer.Substring(start, length))}«[/]");
            at = start + length;
        }
        text.Append(Markup.Escape(member.Answer[at..]));
        return member.Answer.Length == 0 ? "[dim](nothing was read)[/]" : text.ToString();
    }

    private void ShowMatrix(MatrixVerdict matrix)
    {
        var cells = matrix.Entries.Select(CellOf).ToList();
        var width = cells.Count == 0 ? 0 : cells.Max(c => c.Length);
        foreach (var row in cells.Chunk(Math.Max(1, matrix.Columns)))
            console.WriteLine($"  [ {string.Join("  ", row.Select(c => c.PadLeft(width)))} ]");
        console.MarkupLine("[dim]  ✗ wrong, with what is expected; ? not read with certainty; ~ follows from an earlier error[/]");
    }

    private static string CellOf(EntryVerdict entry) => entry.State switch
    {
        EntryState.Wrong => string.Create(CultureInfo.InvariantCulture, $"✗{entry.Text.Trim()} ({entry.Expected:0.####})"),
        EntryState.Uncertain => $"?{entry.Text.Trim()}",
        EntryState.CarriedForward => $"~{entry.Text.Trim()}",
        _ => entry.Text.Trim(),
    };
}
