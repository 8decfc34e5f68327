using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Documents.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.Courses;

/// <summary>What became of an upload.</summary>
/// <param name="UploadId">The upload; <c>null</c> where it was refused.</param>
/// <param name="ContentHash">SHA-256 of what was received.</param>
/// <param name="Length">How much was received.</param>
/// <param name="WasKnown">Whether the same content had been uploaded for this assignment before.</param>
/// <param name="HandIns">How many hand-ins it holds.</param>
/// <param name="Problem">Why it was refused, for the person who uploaded it; <c>null</c> where it was not.</param>
public sealed record ReceivedUpload(Guid? UploadId, string? ContentHash, long Length, bool WasKnown, int HandIns, string? Problem);

/// <summary>
/// Receives an export for an assignment: streamed to disk while it is hashed, with the same memory whatever its size. It can be opened, or
/// it is refused and deleted. Nothing is graded. An upload that breaks off leaves nothing; uploading the same content again is recognised.
/// </summary>
public sealed class ReceiveUpload(
    Database database, IOptions<AutoGraderOptions> options, AuditTrail audit, TimeProvider clock, IdGenerator ids)
{
    /// <summary>Receives.</summary>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="fileName">The file's name as uploaded; a path before it is cut off.</param>
    /// <param name="content">The content; read to its end, not disposed.</param>
    /// <param name="actor">Who uploads.</param>
    /// <param name="cancellationToken">The connection broke off.</param>
    /// <exception cref="KeyNotFoundException">There is no such assignment.</exception>
    public async Task<ReceivedUpload> ExecuteAsync(
        Guid assignmentId, string fileName, Stream content, string actor, CancellationToken cancellationToken = default)
    {
        await using (var context = await database.OpenAsync(cancellationToken))
        {
            if (!await context.Assignments.AnyAsync(a => a.Id == assignmentId, cancellationToken))
                throw new KeyNotFoundException($"There is no assignment {assignmentId}.");
        }
        var name = NameOf(fileName);
        var limit = options.Value.UploadMebibytes * 1024L * 1024;
        using var file = await database.Artifacts.ReceiveAsync(content, limit, cancellationToken);
        if (file is null)
            return Refused(null, $"The file is larger than {options.Value.UploadMebibytes} MiB, which is the limit here.");
        int handIns;
        try
        {
            using var source = HandInSource.Open(file.Path, name);
            handIns = source.HandIns.Count;
        }
        catch (UnusableInputException problem)
        {
            return Refused(file, problem.Message.Replace(file.Path, name, StringComparison.Ordinal));
        }
        var (id, wasKnown) = await SaveAsync(assignmentId, name, file, actor, cancellationToken);
        return new ReceivedUpload(id, file.Hash, file.Length, wasKnown, handIns, null);
    }

    private static ReceivedUpload Refused(IncomingFile? file, string problem) =>
        new(null, file?.Hash, file?.Length ?? 0, WasKnown: false, HandIns: 0, problem);

    private static string NameOf(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length > 0 ? name : "upload.zip";
    }

    private async Task<(Guid Id, bool WasKnown)> SaveAsync(
        Guid assignmentId, string name, IncomingFile file, string actor, CancellationToken cancellationToken)
    {
        // The file before any row that names it.
        database.Artifacts.Keep(file);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var context = await database.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.AddArtifactAsync(file.Hash, file.Length, clock, cancellationToken, "application/zip");
        var upload = await context.Uploads
            .SingleOrDefaultAsync(u => u.AssignmentId == assignmentId && u.ContentHash == file.Hash, cancellationToken);
        var wasKnown = upload is not null;
        if (upload is null)
        {
            upload = new Upload
            {
                Id = ids.Next(),
                AssignmentId = assignmentId,
                ContentHash = file.Hash,
                FileName = name,
                Length = file.Length,
                ReceivedAt = now,
                ReceivedBy = actor,
            };
            context.Uploads.Add(upload);
        }
        upload.FileName = name;
        upload.ReceivedAt = now;
        upload.ReceivedBy = actor;
        audit.Add(context, actor, "upload.receive", assignmentId.ToString(), file.Hash[..12]);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (upload.Id, wasKnown);
    }
}
