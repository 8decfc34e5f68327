using AutoGrader.Application.Data;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes the feedback files: one by one into <c>feedback</c>, and as <c>feedback.zip</c> under Moodle's names where there are
/// participant numbers.
/// </summary>
internal sealed class FeedbackOutlet : IDisposable
{
    private readonly string _directory;
    private readonly ArtifactStore _artifacts;
    private readonly string _nameInMoodle;
    private readonly FeedbackNames _names = new();
    private readonly OutputFile? _archiveFile;
    private readonly FeedbackArchive? _archive;
    private int _missing;

    public FeedbackOutlet(string directory, RunResults run, ArtifactStore artifacts)
    {
        _directory = directory;
        _artifacts = artifacts;
        _nameInMoodle = FeedbackNames.InMoodle(run.Rubric.Rubric.Id);
        if (run.Submissions.Any(s => s.ParticipantNumber is not null))
        {
            _archiveFile = new OutputFile(Path.Combine(directory, "feedback.zip"));
            _archive = new FeedbackArchive(_archiveFile.Stream);
        }
    }

    /// <summary>What the tutor should know, a sentence each.</summary>
    public IEnumerable<string> Remarks => _missing > 0
        ? [$"{_missing} feedback files could not be made or are missing in the data directory: run `autograder doctor`."]
        : [];

    public void Add(SubmissionResult result)
    {
        var name = _names.Next(result.Name, result.Participant);
        if (result.Row.FeedbackHash is not { } hash || _artifacts.TryGet(hash) is not { } content)
        {
            _missing++;
            return;
        }
        OutputFile.Write(Path.Combine(_directory, "feedback", name), content);
        if (result.Submission.ParticipantNumber is { } number)
            _archive?.Add(number, result.Submission.Name, _nameInMoodle, content);
    }

    /// <summary>Gives the archive its name.</summary>
    /// <returns>Its path, where there is one.</returns>
    public IReadOnlyList<string> Complete()
    {
        if (_archiveFile is null)
        {
            // One of an earlier writing would pass for this one's.
            File.Delete(Path.Combine(_directory, "feedback.zip"));
            return [];
        }
        _archive!.Dispose();
        _archiveFile.Complete();
        return [_archiveFile.FullPath];
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _archiveFile?.Dispose();
    }
}
