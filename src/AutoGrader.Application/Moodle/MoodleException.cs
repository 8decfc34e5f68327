using AutoGrader.Core;

namespace AutoGrader.Application.Moodle;

/// <summary>What kind of fault a request to Moodle met.</summary>
public enum MoodleFault
{
    /// <summary>The site does not answer, or not in time; perhaps it has done what was asked.</summary>
    Silent,

    /// <summary>The site is too busy; it has not done what was asked.</summary>
    Busy,

    /// <summary>What came is not what Moodle sends, or not all of it.</summary>
    Garbled,

    /// <summary>The token is not accepted, or the site takes none: nothing will work before a person mends it.</summary>
    Closed,

    /// <summary>Moodle refused this one request.</summary>
    Refused,
}

/// <summary>A request to Moodle that came to nothing, with a sentence that says who can mend it, and where.</summary>
public sealed class MoodleException(MoodleFault fault, LocalizedText text, Exception? inner = null) : Exception(text.English, inner)
{
    /// <summary>What kind of fault.</summary>
    public MoodleFault Fault { get; } = fault;

    /// <summary>For people; may quote Moodle, so it goes into no log.</summary>
    public LocalizedText Text { get; } = text;

    /// <summary>How long Moodle asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
