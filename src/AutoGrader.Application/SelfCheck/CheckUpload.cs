using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Documents.Intake;
using Microsoft.Extensions.Options;

namespace AutoGrader.Application.SelfCheck;

/// <summary>What came of a check: a result, or why there is none.</summary>
/// <param name="Result">The result; <c>null</c> where the file is none that can be checked.</param>
/// <param name="Problem">Why not, for the student.</param>
/// <param name="IsBusy">Whether too many check at the same time.</param>
public sealed record CheckOutcome(CheckResult? Result, LocalizedText? Problem, bool IsBusy = false);

/// <summary>
/// Checks what a student sends. The file lies under a name of chance in the folder for temporary files while it is checked, and is
/// deleted whatever happens; what a killed program left there is deleted by the next one.
/// </summary>
public sealed class CheckUpload(CheckHandIn check, CheckLane lane, IOptions<AutoGraderOptions> options, TimeProvider clock)
{
    private const string Prefix = "autograder-check-";
    private const int BufferBytes = 1 << 16;
    private static readonly TimeSpan LongestCheck = TimeSpan.FromHours(1);

    private int _hasSwept;

    /// <summary>Where files lie while they are checked.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>Receives and checks.</summary>
    /// <param name="content">The file's content; read to its end, not disposed.</param>
    /// <param name="fileName">The file's name as sent; a path before it is cut off.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cancellationToken">The student has gone.</param>
    public async Task<CheckOutcome> ExecuteAsync(
        Stream content, string fileName, SheetOutline sheet, CancellationToken cancellationToken = default)
    {
        Sweep();
        var path = Path.Combine(Folder, Prefix + Path.GetRandomFileName());
        try
        {
            if (!await ReceiveAsync(content, path, cancellationToken))
                return Problem(
                    $"The file is larger than {options.Value.CheckMebibytes} MiB, which is the limit of this check.",
                    $"Die Datei ist größer als {options.Value.CheckMebibytes} MiB; mehr nimmt diese Prüfung nicht.");
            var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
            var result = await lane.RunAsync(() => check.ExecuteAsync(path, name, sheet, cancellationToken), cancellationToken);
            return result is null ? Busy : new CheckOutcome(result, null);
        }
        catch (UnusableInputException)
        {
            // Its message is for tutors and names the path here.
            return Problem(
                "This is not one hand-in. Choose the ZIP that you are about to hand in.",
                "Das ist keine einzelne Abgabe. Wählen Sie die ZIP-Datei, die Sie abgeben wollen.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CheckOutcome Busy { get; } = new(
        null, new("Many people check at the moment. Try again in a minute.",
            "Im Augenblick prüfen viele. Versuchen Sie es in einer Minute noch einmal."), IsBusy: true);

    private static CheckOutcome Problem(string english, string german) => new(null, new(english, german));

    private async Task<bool> ReceiveAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var limit = options.Value.CheckMebibytes * 1024L * 1024;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (file.Position > limit)
                return false;
        }
        return true;
    }

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _hasSwept, 1) == 1)
            return;
        var before = clock.GetUtcNow().UtcDateTime - LongestCheck;
        foreach (var path in Directory.EnumerateFiles(Folder, Prefix + "*").Where(p => File.GetLastWriteTimeUtc(p) < before))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another account's service left it, and deletes it.
            }
        }
    }
}
