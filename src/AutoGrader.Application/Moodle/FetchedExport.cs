using AutoGrader.Application.Data.Moodle;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Application.Moodle;

/// <summary>A hand-in as it goes into an export.</summary>
/// <param name="Owner">The participant's or group's name.</param>
/// <param name="Number">The participant's or group's number; <c>null</c> for the default group.</param>
/// <param name="Submission">What Moodle tells of it.</param>
internal sealed record FetchedHandIn(string Owner, string? Number, SubmissionReply Submission);

/// <summary>
/// What Moodle tells by its web services, put as its export and its worksheet would tell it. So whatever is fetched takes the same way as
/// what is uploaded, and comes to the same marks.
/// </summary>
internal sealed class FetchedExport
{
    private const string DefaultGroup = "Default group";
    private const string Anonymous = "Participant";

    private readonly MoodleSnapshot _moodle;
    private readonly Func<long, DateTime> _wallClock;
    private readonly bool _isAnonymous;
    private readonly bool _isTeam;
    private readonly Dictionary<long, SubmissionReply> _byUser;
    private readonly Dictionary<long, SubmissionReply> _byGroup;

    public FetchedExport(MoodleSnapshot moodle, Func<long, DateTime> wallClock)
    {
        _moodle = moodle;
        _wallClock = wallClock;
        _isAnonymous = moodle.Assignment.BlindMarking == 1;
        _isTeam = moodle.Assignment.TeamSubmission == 1;
        _byUser = Latest(moodle.Submissions.Where(s => s.UserId > 0), s => s.UserId);
        _byGroup = Latest(moodle.Submissions.Where(s => s.UserId == 0), s => s.GroupId);
    }

    /// <summary>The hand-ins with something in them, in ordinal order of their numbers.</summary>
    public IReadOnlyList<FetchedHandIn> HandIns => [.. (_isTeam ? Teams() : Alone())
        .Where(h => MoodleSnapshot.FilesOf(h.Submission).Any() || MoodleSnapshot.OnlineTextOf(h.Submission) is not null)
        .OrderBy(h => h.Number, StringComparer.Ordinal)];

    /// <summary>How many handed in but have no number yet: nothing could be joined with anything.</summary>
    public int Unnumbered => _moodle.Participants.Count(p => NumberOf(p) is null
        && SubmissionOf(p, "") is { } own && MoodleSnapshot.FilesOf(own).Any());

    /// <summary>The participants, as rows of a worksheet.</summary>
    public IReadOnlyList<ListedParticipant> Rows => [.. Numbered().Select(p => RowOf(p.Participant, p.Number))];

    /// <summary>The participants, as they are remembered until results go back.</summary>
    public IReadOnlyList<MoodleParticipant> Participants(Guid assignmentId) => [.. Numbered()
        .Where(p => UserOf(p.Participant, p.Number) is not null)
        .Select(p =>
        {
            var submission = SubmissionOf(p.Participant, p.Number);
            return new MoodleParticipant
            {
                AssignmentId = assignmentId,
                ParticipantNumber = p.Number,
                UserId = UserOf(p.Participant, p.Number)!.Value,
                Status = submission?.Status,
                SubmittedAt = submission?.TimeModified ?? 0,
                Attempt = submission?.AttemptNumber ?? 0,
            };
        })];

    private static Dictionary<long, SubmissionReply> Latest(IEnumerable<SubmissionReply> submissions, Func<SubmissionReply, long> owner) =>
        submissions.GroupBy(owner).ToDictionary(g => g.Key, g => g.MaxBy(s => s.AttemptNumber)!);

    private IEnumerable<(ParticipantReply Participant, string Number)> Numbered() =>
        from participant in _moodle.Participants
        let number = NumberOf(participant)
        where number is not null
        orderby number.Length, number
        select (participant, number);

    private string? NumberOf(ParticipantReply participant) =>
        participant.Id is { } user && _moodle.Numbers.TryGetValue(user, out var number)
            ? number
            : participant.RecordId is { } record ? FormattableString.Invariant($"{record}") : null;

    private long? UserOf(ParticipantReply participant, string number) => participant.Id
        ?? _moodle.Numbers.Where(n => n.Value == number).Select(n => (long?)n.Key).FirstOrDefault();

    private SubmissionReply? SubmissionOf(ParticipantReply participant, string number) => _isTeam
        ? _byGroup.GetValueOrDefault(GroupOf(participant).Id)
        : UserOf(participant, number) is { } user ? _byUser.GetValueOrDefault(user) : null;

    private IEnumerable<FetchedHandIn> Alone() =>
        from participant in Numbered()
        let submission = SubmissionOf(participant.Participant, participant.Number)
        where submission is not null
        select new FetchedHandIn(
            _isAnonymous ? Anonymous : participant.Participant.FullName ?? Anonymous, participant.Number, submission);

    private IEnumerable<FetchedHandIn> Teams()
    {
        var names = _moodle.Participants.Select(GroupOf).Where(g => g.Id > 0)
            .GroupBy(g => g.Id).ToDictionary(g => g.Key, g => g.First().Name);
        foreach (var (group, submission) in _byGroup)
        {
            if (group == 0)
                yield return new FetchedHandIn(DefaultGroup, null, submission);
            else if (names.TryGetValue(group, out var name))
                yield return new FetchedHandIn(name ?? "", FormattableString.Invariant($"{group}"), submission);
        }
    }

    /// <summary>The group that a participant hands in with; 0 is the default group of those in none or in several.</summary>
    private (long Id, string? Name) GroupOf(ParticipantReply participant)
    {
        if (participant.GroupId is > 0 and var told)
            return (told, participant.GroupName ?? participant.Groups?.FirstOrDefault(g => g.Id == told)?.Name);
        // Other groups than those that hand in together, such as of tutorials, have no submission.
        var own = participant.Groups ?? [];
        if (own.Count > 1)
            own = [.. own.Where(g => _byGroup.ContainsKey(g.Id))];
        return own.Count == 1 ? (own[0].Id, own[0].Name) : (0, DefaultGroup);
    }

    private ListedParticipant RowOf(ParticipantReply participant, string number)
    {
        var submission = SubmissionOf(participant, number);
        var user = UserOf(participant, number);
        var state = StateOf(submission);
        var extension = user is { } extended ? _moodle.Extensions.GetValueOrDefault(extended) : 0;
        var due = extension > 0 ? extension : _moodle.Assignment.DueDate;
        var late = state is ParticipantState.Submitted or ParticipantState.Draft && due > 0 ? submission!.TimeModified - due : 0;
        var grade = user is { } graded ? _moodle.Grades.GetValueOrDefault(graded) : null;
        return new ListedParticipant
        {
            Number = number,
            FullName = _isAnonymous ? null : participant.FullName,
            Email = _isAnonymous ? null : participant.Email,
            Group = _isTeam ? GroupOf(participant).Name : null,
            State = state,
            Late = late > 0 ? TimeSpan.FromSeconds(late) : null,
            ExtensionUntil = extension > 0 ? _wallClock(extension) : null,
            SubmittedAt = state == ParticipantState.Nothing ? null : _wallClock(submission!.TimeModified),
            Grade = grade?.Grade is >= 0 and var points ? points : null,
            GradedAt = grade is not null ? _wallClock(grade.TimeModified) : null,
        };
    }

    private static ParticipantState StateOf(SubmissionReply? submission) => submission?.Status switch
    {
        "submitted" => ParticipantState.Submitted,
        "draft" => ParticipantState.Draft,
        "reopened" => ParticipantState.Reopened,
        _ => ParticipantState.Nothing,
    };
}
