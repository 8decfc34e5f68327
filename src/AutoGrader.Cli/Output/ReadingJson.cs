using System.Text.Json;
using AutoGrader.Application.Inspection;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Cli.Output;

/// <summary>What was read in a report, for programs. Every field is told in docs/read-json.md. Boxes in points, origin top left.</summary>
internal static class ReadingJson
{
    public static async Task WriteAsync(Terminal terminal, ReportInspection result, Rubric rubric, CancellationToken cancellationToken)
    {
        var document = new
        {
            File = result.FileName,
            Reason = result.Reason?.Code.WireName(),
            ReaderVersion = result.Content?.ReaderVersion,
            Language = result.Answers?.Language.ToString().ToLowerInvariant(),
            Pages = (result.Content?.Pages ?? []).Select(p => new { Width = Rounded(p.Width), Height = Rounded(p.Height) }),
            Questions = (result.Answers?.Answers ?? []).Zip(rubric.Questions, Question),
            Notes = (result.Content?.Remarks ?? []).Select(r => new
            {
                Kind = r.Kind.WireName(),
                r.Page,
                Box = r.Box is { } box ? Place(box) : null,
                r.Text,
            }),
        };
        await using var output = terminal.OpenOutput();
        await JsonSerializer.SerializeAsync(output, document, MachineJson.Options, cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private static object Question(Answer answer, Question question) => new
    {
        question.Id,
        Title = question.Title.English,
        State = answer.State.ToString().ToLowerInvariant(),
        Confidence = Rounded(answer.Confidence),
        Doubt = answer.Doubt?.English,
        Picture = answer.HasPicture,
        answer.Text,
        Blocks = answer.Blocks.Select(Block),
    };

    private static object Block(ReportBlock block) => new
    {
        Kind = block.Kind.ToString().ToLowerInvariant(),
        block.Text,
        Lines = block.Lines.Select(l => new { l.Page, l.Start, l.Length, Box = Place(l.Box) }),
        Matrices = block.Matrices.Select(Matrix),
    };

    private static object Matrix(MatrixReading matrix) => new
    {
        matrix.Name,
        matrix.Rows,
        matrix.Columns,
        matrix.Page,
        matrix.Start,
        matrix.Length,
        Confidence = Rounded(matrix.Confidence),
        Box = Place(matrix.Box),
        Entries = matrix.Entries.Select(e => new
        {
            e.Text,
            e.Value,
            Page = matrix.PageOf(e),
            Confidence = Rounded(e.Confidence),
            Box = Place(e.Box),
        }).Chunk(matrix.Columns),
    };

    private static object Place(Box box) => new
    {
        X = Rounded(box.X),
        Y = Rounded(box.Y),
        Width = Rounded(box.Width),
        Height = Rounded(box.Height),
    };

    private static double Rounded(double number) => double.IsFinite(number) ? Math.Round(number, 2) : 0;
}
