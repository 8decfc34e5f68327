namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>A file in the fake Moodle.</summary>
internal sealed record FakeFile(string Path, long Time, byte[] Content)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Moodle's folder: <c>/</c>, <c>/figures/</c>.</summary>
    public string Folder => "/" + Path[..(Path.LastIndexOf('/') + 1)];
}

/// <summary>What was handed in, by a student or by a group.</summary>
internal sealed class FakeSubmission
{
    public string Status { get; set; } = "new";

    public long Time { get; set; }

    public int Attempt { get; set; }

    public string? OnlineText { get; set; }

    public List<FakeFile> Files { get; } = [];
}

/// <summary>A student with what Moodle holds of them.</summary>
internal sealed class FakeStudent
{
    public required long User { get; init; }

    public required string Participant { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>The group's number; 0 for none.</summary>
    public long Group { get; init; }

    public string? GroupName { get; init; }

    public long Extension { get; init; }

    public required FakeSubmission Submission { get; init; }

    /// <summary>Whether Moodle has given the number yet: it does when somebody opens the list of submissions.</summary>
    public bool IsNumbered { get; set; } = true;

    /// <summary>Whether there is a grade record: made by any grading, also without a grade.</summary>
    public bool HasRecord { get; set; }

    /// <summary>Whether the grade is locked in the gradebook: Moodle keeps the old one without a word.</summary>
    public bool IsLocked { get; set; }

    public decimal? Grade { get; set; }

    public string Comment { get; set; } = "";

    public Dictionary<string, byte[]> Feedback { get; } = [];
}
