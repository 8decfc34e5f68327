using System.Text.Encodings.Web;
using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Reading.Checks;
using AutoGrader.Core.Submissions;

namespace AutoGrader.Application.SelfCheck;

/// <summary>The answer of a self-check for programs.</summary>
public static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The answer as UTF-8.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="language">The language of its sentences.</param>
    public static byte[] Of(CheckResult result, Language language) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        File = result.Uploaded,
        Pdf = result.PdfName,
        result.WouldBeGraded,
        Rules = CheckList.Of(result).Select(r => new { Rule = r.Key, Kept = r.IsKept, Text = r.Text.In(language) }),
        Problems = result.Reasons.Select(r => new
        {
            Code = r.Code.WireName(),
            Detail = r.Detail.In(language),
            Remedy = r.Remedy.In(language),
        }),
        result.Pages,
        Questions = result.Questions.Select(q => new
        {
            q.Id,
            Title = q.Title.In(language),
            State = q.State.ToString().ToLowerInvariant(),
            Doubt = q.Doubt?.In(language),
            q.Pages,
            q.Text,
            Matrices = q.Blocks.SelectMany(b => b.Matrices).Select(Matrix),
            Numbers = q.Numbers.Select(n => new { n.Page, Text = n.Text.In(language) }),
        }),
        Figures = result.Figures.Select(f => Figure(f, language)),
        Notes = result.Remarks.Select(r => new { Kind = r.Kind.WireName(), r.Page, Text = r.In(language) }),
        Disclaimer = CheckResult.Disclaimer.In(language),
    }, Options);

    private static object Figure(Figure figure, Language language) => new
    {
        figure.Page,
        Box = new
        {
            X = Math.Round(figure.Box.X, 1),
            Y = Math.Round(figure.Box.Y, 1),
            Width = Math.Round(figure.Box.Width, 1),
            Height = Math.Round(figure.Box.Height, 1),
        },
        IsPlot = figure.Plot is not null,
        figure.Caption,
        XLabel = figure.Plot?.XLabel.Text,
        YLabel = figure.Plot?.YLabel.Text,
        Legend = figure.Plot?.Legend.Text,
        Missing = figure.Missing.Select(p => JsonNamingPolicy.KebabCaseLower.ConvertName(p.ToString())),
        Text = FigureRemarks.Of(figure)?.In(language),
    };

    private static object Matrix(MatrixReading matrix) => new
    {
        matrix.Name,
        matrix.Page,
        Rows = matrix.Entries.Chunk(matrix.Columns).Select(row => row.Select(e => e.Text)),
        matrix.Confidence,
    };
}
