namespace AutoGrader.Application.Moodle;

/// <summary>What Moodle holds of a participant at this moment.</summary>
internal sealed record LiveState
{
    /// <summary>The state of the submission, in Moodle's word; <c>null</c> where there is none.</summary>
    public string? Status { get; init; }

    /// <summary>When the submission was last changed, in Moodle's seconds.</summary>
    public long SubmittedAt { get; init; }

    /// <summary>The attempt, from 0.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether somebody or something has touched the grade, perhaps without giving one.</summary>
    public bool HasRecord { get; init; }

    /// <summary>The grade; <c>null</c> for none.</summary>
    public decimal? Grade { get; init; }

    /// <summary>Whether comment and files can be seen: before release, marking workflow hides them.</summary>
    public bool IsReadable { get; init; }

    /// <summary>Names the comment; <c>null</c> for none.</summary>
    public string? CommentHash { get; init; }

    /// <summary>The feedback files by name, with their sizes.</summary>
    public IReadOnlyDictionary<string, long> Files { get; init; } = new Dictionary<string, long>();

    /// <summary>Asks for it.</summary>
    /// <param name="api">The functions.</param>
    /// <param name="access">The site.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="user">Whose.</param>
    /// <param name="grades">The grades, which are asked for where the status does not show them.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<LiveState> ReadAsync(
        MoodleApi api, MoodleAccess access, long assignment, long user, Func<Task<IReadOnlyDictionary<long, GradeReply>>> grades,
        CancellationToken cancellationToken)
    {
        var status = await api.StatusAsync(access, assignment, user, cancellationToken);
        var feedback = status.Feedback;
        var grade = feedback?.Grade ?? (await grades()).GetValueOrDefault(user);
        var submission = status.LastAttempt?.TeamSubmission ?? status.LastAttempt?.Submission;
        var plugins = feedback?.Plugins ?? [];
        var comment = plugins.Where(p => p.Type == "comments").SelectMany(p => p.EditorFields ?? []).FirstOrDefault()?.Text;
        return new LiveState
        {
            Status = submission?.Status,
            SubmittedAt = submission?.TimeModified ?? 0,
            Attempt = submission?.AttemptNumber ?? 0,
            HasRecord = grade is not null,
            Grade = grade?.Grade is >= 0 and var points ? points : null,
            IsReadable = feedback is not null,
            CommentHash = WantedResults.HashOf(comment ?? ""),
            Files = plugins.Where(p => p.Type == "file").SelectMany(p => p.FileAreas ?? []).SelectMany(a => a.Files ?? [])
                .GroupBy(f => f.FilePath is null or "/" ? f.FileName : f.FilePath + f.FileName, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First().FileSize, StringComparer.Ordinal),
        };
    }
}
