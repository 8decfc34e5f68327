using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoGrader.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Outlets;

/// <summary>What a release holds, in short.</summary>
/// <param name="Name">Names whose result, by which version, with which points and status.</param>
/// <param name="Engines">The engines that judged.</param>
internal sealed record ReleasedResults(string Name, IReadOnlyList<int> Engines)
{
    /// <summary>Of the results that count in a run now.</summary>
    public static async Task<ReleasedResults> ReadAsync(AutoGraderDbContext context, Guid runId, CancellationToken cancellationToken)
    {
        var results = await context.AssessmentsOf(runId)
            .Select(a => new { a.SubmissionId, a.RubricHash, a.Status, a.Points, a.EngineVersion }).ToListAsync(cancellationToken);
        var text = new StringBuilder();
        foreach (var result in results.OrderBy(r => r.SubmissionId))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{result.SubmissionId} {result.RubricHash} {result.Status} {result.Points?.HalfPoints}\n");
        }
        return new ReleasedResults(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))),
            [.. results.Select(r => r.EngineVersion).Distinct().Order()]);
    }
}
