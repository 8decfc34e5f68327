using System.Globalization;
using AutoGrader.Application.Data;
using AutoGrader.Application.Outlets;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Moodle;

/// <summary>Writes the receipts of a push as a table for spreadsheets.</summary>
public sealed class WriteReceipts(Database database)
{
    private static readonly string[] Header =
        ["participant", "name", "state", "grade_in_moodle", "grade", "feedback_file", "replaced", "reason", "at_utc"];

    /// <summary>Writes.</summary>
    /// <param name="transferId">The push.</param>
    /// <param name="language">The language of the reasons.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<byte[]> ExecuteAsync(Guid transferId, Language language, CancellationToken cancellationToken = default)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var receipts = await context.MoodleReceipts.AsNoTracking().Where(r => r.TransferId == transferId).ToListAsync(cancellationToken);
        using var output = new MemoryStream();
        using (var table = new CsvTable(output, Header))
        {
            foreach (var receipt in receipts.OrderBy(r => r.ParticipantNumber.Length)
                .ThenBy(r => r.ParticipantNumber, StringComparer.Ordinal))
                table.Write(
                [
                    receipt.ParticipantNumber, receipt.Name, receipt.State.ToString(), Number(receipt.GradeInMoodle), Number(receipt.Grade),
                    receipt.SendsFile ? "yes" : "no", receipt.Replaces ? "yes" : "no", receipt.Reason?.In(language),
                    receipt.At?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ]);
        }
        return output.ToArray();
    }

    private static string? Number(decimal? grade) => grade?.ToString("0.#####", CultureInfo.InvariantCulture);
}
