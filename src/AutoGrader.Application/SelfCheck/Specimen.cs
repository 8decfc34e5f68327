using System.Globalization;
using System.IO.Compression;
using AutoGrader.Core;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Feedback.Blocks;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Pdf.Writing;

namespace AutoGrader.Application.SelfCheck;

/// <summary>
/// A hand-in that nobody has written: every question of a sheet with what is printed of it, and a matrix below those that ask for one.
/// It is laid out, packed and read as a student's is, so that a service can try all that a check takes before the first student does.
/// </summary>
public static class Specimen
{
    private const int Size = 4;

    // Where nothing but the question stands, its answer is missing.
    private const string Answer = "Here an answer would stand: a few words, h(t) = f(h(t-1), x(t)), 0.25 + 0.75 = 1.";

    /// <summary>The name it goes by.</summary>
    public const string Name = "Specimen-1000000";

    /// <summary>The archive.</summary>
    public static byte[] Write(SheetOutline sheet, IFeedbackPdfEngine engine)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(Name + ".pdf").Open())
            entry.Write(engine.Render(Compose(sheet, Language.English), null));
        return archive.ToArray();
    }

    private static FeedbackReport Compose(SheetOutline sheet, Language language) => new()
    {
        Title = Name,
        Language = language,
        Footer = sheet.Title.In(language),
        Blocks = [.. sheet.Questions.SelectMany(q => Question(q, language))],
    };

    private static IEnumerable<FeedbackBlock> Question(OutlineQuestion question, Language language)
    {
        yield return new HeadingBlock(1, $"{question.Id} {question.Title.In(language)}");
        yield return new ParagraphBlock(question.Text.In(language));
        yield return new ParagraphBlock(Answer);
        if (question.IsNumeric)
            yield return Matrix();
    }

    private static TableBlock Matrix() => new()
    {
        Columns = [.. Enumerable.Range(0, Size).Select(_ => new TableColumn("", 1))],
        Rows = [.. Enumerable.Range(0, Size).Select(row => Enumerable.Range(0, Size)
            .Select(column => (row == column ? 0.7 : 0.1).ToString(CultureInfo.InvariantCulture)).ToArray())],
    };
}
